import { stepSeconds } from './authy-tokens'
import { clockTime, Html, html, live, niceNumber, page, type Section, type Sections, section } from './html'
import { openPushes, type PhoneView, type PushView, phoneView, tokenView } from './phones'
import type { World } from './world'

const shownPast = 6
const shownTexts = 12

export function phonePage(world: World, digits: string): string {
  const sections = phoneSections(world, digits)
  const phone = phoneView(world, digits)
  const body = html`<p class="lead number">${niceNumber(digits)}${phone.firm ? ` · ${phone.firm}` : null}</p>
<div class="phone-page">
<section class="device" aria-label="Phone screen">
<div class="status" aria-hidden="true"><span>${niceNumber(digits)}</span><span class="notch"></span><span>100%</span></div>
<div class="screen">
<div aria-live="polite">${live(sections, 'requests')}</div>
${live(sections, 'token')}
<section class="texts"><h2>Messages</h2><div aria-live="polite">${live(sections, 'texts')}</div></section>
</div>
</section>
<aside>
<section><h2>Sign in as ${phone.owner}</h2>
<p>Sign in to the portal${phone.email ? html` as <b>${phone.email}</b>` : null} in another window. Then approve the OneTouch
alert on this phone, or enter a token from the app or a text in <i>Token or Security Key</i>.</p>
${phone.email ? html`<p><a href="/mailbox?to=${phone.email}">Email to ${phone.owner}</a></p>` : null}
</section>
${live(sections, 'app')}
${live(sections, 'past')}
</aside>
</div>`
  return page({ heading: phone.owner, here: 'phones', body, back: { href: '/', text: 'All phones' } })
}

export function phoneSections(world: World, digits: string): Sections {
  const phone = phoneView(world, digits)
  return {
    requests: requests(phone),
    token: token(world, phone),
    texts: texts(phone),
    app: app(phone),
    past: past(phone),
  }
}

function requests(phone: PhoneView): Section {
  const open = openPushes(phone)
  return section(html`${open.map((push) => request(phone, push))}`, open.map((push) => push.uuid).join())
}

function request(phone: PhoneView, push: PushView): Html {
  const details = Object.entries(push.details).map(
    ([name, value]) =>
      html`<div${/^\d{1,3}$/.test(value) ? new Html(' class="big"') : null}><dt>${name}</dt><dd>${value}</dd></div>`,
  )
  return html`<article class="request">
<p class="from"><span class="mark-icon" aria-hidden="true"></span>OneTouch alert ${clockTime(push.createdAt)}</p>
<h2>${push.message}</h2>
<dl>${details}</dl>
<form method="post" action="/phones/${phone.digits}/pushes/${push.uuid}" data-quiet>
<button class="deny" name="answer" value="deny">Deny<small>No, it's not me</small></button>
<button class="approve" name="answer" value="approve">Approve<small>It's me</small></button>
</form>
${push.expiresAt ? html`<p class="muted expiry">Expires in <span data-until="${push.expiresAt}">a moment</span></p>` : null}
</article>`
}

function token(world: World, phone: PhoneView): Section {
  const { token, used, changesAt } = tokenView(world, phone.digits)
  if (token === null || changesAt === null) {
    const why = phone.installed
      ? 'The portal has not registered this number with Authy, so the app shows no tokens.'
      : 'The Authy app is not installed on this phone. Tokens still arrive by text.'
    return section(html`<section class="token none"><h2>Authy app</h2><p class="muted">${why}</p></section>`)
  }
  const leftSeconds = Math.max(0, (Date.parse(changesAt) - Date.now()) / 1000)
  const delay = (leftSeconds - stepSeconds).toFixed(2)
  return section(
    html`<section class="token"><h2>Authy app</h2>
<p><span class="digits" data-copy="${token}">${token.slice(0, 3)} ${token.slice(3)}</span>
<span class="ring" style="--delay: ${delay}s"><svg viewBox="0 0 36 36" aria-hidden="true"><circle cx="18" cy="18" r="16"/>
<circle class="left" cx="18" cy="18" r="16" pathLength="100"/></svg><span data-seconds-until="${changesAt}"></span></span></p>
<p class="muted">${used ? 'Already used. Wait for the next token.' : 'A new token every 10 seconds. Each works once.'}</p></section>`,
    `${token} ${used}`,
  )
}

function texts(phone: PhoneView): Section {
  if (phone.messages.length === 0) return section(html`<p class="muted">No messages yet.</p>`)
  const bubbles = phone.messages.slice(0, shownTexts).map((message) => {
    const body = message.code ? bodyWithCode(message.body, message.code) : bodyWithLinks(message.body)
    return html`<li><p class="bubble">${body}</p><p class="muted">${clockTime(message.sentAt)}</p></li>`
  })
  return section(html`<ol class="bubbles">${bubbles}</ol>`)
}

function bodyWithCode(body: string, code: string): Html {
  const [before = '', after] = body.split(code)
  if (after === undefined) return html`${body}`
  return html`${before}<b class="digits" data-copy="${code}">${code}</b>${after}`
}

/** As a phone does it: what looks like a web address can be tapped, and the full stop behind it is no part of it. */
function bodyWithLinks(body: string): Html {
  const parts = body.split(/(https?:\/\/[^\s<>"'\\]*[^\s<>"'\\.,;:!?)])/)
  return html`${parts.map((part, index) => (index % 2 === 1 && URL.canParse(part) ? link(part) : html`${part}`))}`
}

function link(address: string): Html {
  return html`<a href="${new URL(address).href}" target="_blank" rel="noopener noreferrer">${address}</a>`
}

function app(phone: PhoneView): Section {
  const offer = phone.installed ? 'Uninstall the Authy app' : 'Install the Authy app'
  const effect = phone.installed
    ? 'Without the app, OneTouch alerts cannot reach this phone. Tokens arrive by text.'
    : 'With the app, OneTouch alerts reach this phone again.'
  return section(html`<section><h2>Authy app on this phone</h2><p>${effect}</p>
<form method="post" action="/phones/${phone.digits}/app" data-quiet>
<button name="installed" value="${phone.installed ? 'false' : 'true'}">${offer}</button></form>
${phone.installed ? tablet(phone) : null}</section>`)
}

/** With the app on a second device, a person can sign in without the phone. */
function tablet(phone: PhoneView): Html {
  const others = phone.devices.filter((device) => device !== 'ipad')
  const isThere = others.length < phone.devices.length
  const state = isThere
    ? 'The app is also installed on a tablet.'
    : 'The app is not installed on another device.'
  const devices = isThere ? others : [...others, 'ipad']
  return html`<p>${state}</p>
<form method="post" action="/phones/${phone.digits}/devices" data-quiet>
<button name="devices" value="${devices.join(',')}">${isThere ? 'Uninstall from the tablet' : 'Install on a tablet'}</button></form>`
}

function past(phone: PhoneView): Section {
  const settled = phone.pushes.filter((push) => push.status !== 'pending').slice(0, shownPast)
  if (settled.length === 0) return section(html``)
  const rows = settled.map(
    (push) => html`<li><span class="chip ${push.status}">${push.status}</span> ${push.message}
<span class="muted">${clockTime(push.createdAt)}</span></li>`,
  )
  return section(html`<section><h2>Earlier alerts</h2><ul class="past">${rows}</ul></section>`)
}
