import { clockTime, Html, html, live, page, type Sections, section } from './html'
import { type Mail, mailsTo } from './mail'
import type { World } from './world'

const shownMails = 100

export type MailboxView = { to: string | null; id: string | null }

export function mailboxPage(world: World, view: MailboxView): string {
  const mail = world.mails.find((one) => one.id === view.id) ?? null
  const shown = mail ?? mailsTo(world, view.to)[0] ?? null
  const body = html`<p class="lead">${view.to ? html`Email to <b>${view.to}</b>. <a href="/mailbox">Show all email</a>` : 'Every email the portal has sent.'}</p>
<div class="mailbox"${mail ? new Html(' data-open') : null}>
<section class="mails" aria-label="Emails" aria-live="polite">${live(mailboxSections(world, view), 'mails')}</section>
${shown ? mailView(shown) : null}
</div>`
  const back = mail ? { href: address('/mailbox', view.to), text: 'All email' } : undefined
  return page({ heading: 'Email', here: 'mail', body, back })
}

export function mailboxSections(world: World, view: MailboxView): Sections {
  const mails = mailsTo(world, view.to).slice(0, shownMails)
  if (mails.length === 0)
    return {
      mails: section(html`<p class="muted nothing">No email yet. New emails appear here automatically.</p>`),
    }
  return { mails: section(html`<ul>${mails.map((mail) => row(mail, view))}</ul>`) }
}

function row(mail: Mail, view: MailboxView): Html {
  const current = mail.id === view.id ? new Html(' aria-current="true"') : null
  return html`<li><a class="mail-row" href="${address(`/mailbox/${mail.id}`, view.to)}"${current}>
<strong>${mail.subject}</strong><span class="muted">${mail.to}</span><span class="muted">${clockTime(mail.receivedAt)}</span>
</a></li>`
}

/** The HTML part runs nothing: the frame may only open links, in a new window. */
function mailView(mail: Mail): Html {
  const frame = mail.html
    ? html`<iframe title="HTML version of the email" sandbox="allow-popups allow-popups-to-escape-sandbox"
srcdoc="${`<base target="_blank">${mail.html}`}"></iframe><details><summary>Plain text version</summary><pre>${linked(mail.text)}</pre></details>`
    : html`<pre>${linked(mail.text)}</pre>`
  return html`<article class="mail">
<h2>${mail.subject}</h2>
<p class="muted">From ${mail.from}<br>To ${mail.to} · ${clockTime(mail.receivedAt)}</p>
${frame}
</article>`
}

function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,)])/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noopener">${part}</a>` : html`${part}`,
    )
}

function address(path: string, to: string | null): string {
  return to ? `${path}?to=${encodeURIComponent(to)}` : path
}
