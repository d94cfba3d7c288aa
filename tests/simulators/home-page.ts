import { clockTime, Html, html, initials, live, niceNumber, page, type Sections, section } from './html'
import { castWithoutPhone, firmNames } from './people'
import { openPushes, type PhoneView, phoneList, phoneView } from './phones'
import type { World } from './world'

const shownOthers = 60

export function homePage(world: World): string {
  const sections = homeSections(world)
  const body = html`<p class="lead">The phones of the people in the demo. Keep this page open in a second window while you
sign in to the portal. OneTouch alerts and texts appear automatically.</p>
${live(sections, 'phones')}`
  return page({ heading: 'Phones', here: 'phones', body })
}

export function homeSections(world: World): Sections {
  const listed = phoneList(world)
  const firms = firmNames.map((firm) => {
    const phones = listed.filter((phone) => phone.firm === firm)
    const cards = phones.map((phone) => phoneCard(phoneView(world, phone.digits)))
    return firmGroup(firm, [
      ...cards,
      ...castWithoutPhone(world, firm).map((person) => emptyCard(person.name, person.suggestion)),
    ])
  })
  const others = listed.filter((phone) => phone.firm === null)
  const otherCards = others.slice(0, shownOthers).map((phone) => phoneCard(phoneView(world, phone.digits)))
  const rest = otherCards.length > 0 ? firmGroup(`Other phones (${others.length})`, otherCards) : null
  return { phones: section(html`${firms}${rest}`) }
}

function firmGroup(firm: string, cards: Html[]): Html {
  return html`<section class="firm"><h2>${firm}</h2><ul class="cards">${cards}</ul></section>`
}

function phoneCard(phone: PhoneView): Html {
  const waiting = openPushes(phone).length
  const mark = waiting > 0 ? new Html(' data-waiting') : null
  return html`<li><a class="card" href="/phones/${phone.digits}"${mark}>
<span class="avatar" aria-hidden="true">${initials(phone.owner)}</span>
<span class="who"><strong>${phone.owner}</strong><span class="muted number">${niceNumber(phone.digits)}</span></span>
${stepOf(phone, waiting)}
</a></li>`
}

function stepOf(phone: PhoneView, waiting: number): Html {
  const [latest] = phone.messages
  if (waiting > 0) return chip('waiting', waiting === 1 ? '1 alert to answer' : `${waiting} alerts to answer`)
  if (!phone.installed) return chip('off', 'Authy app not installed')
  if (latest?.code) return html`<span class="chip">Last text <b class="digits">${latest.code}</b></span>`
  if (latest) return html`<span class="chip">Last text ${clockTime(latest.sentAt)}</span>`
  return chip('quiet', phone.known ? 'No messages' : 'Not registered with Authy')
}

function chip(kind: string, text: string): Html {
  return html`<span class="chip ${kind}">${text}</span>`
}

function emptyCard(name: string, suggestion: string): Html {
  return html`<li><div class="card empty">
<span class="avatar" aria-hidden="true">${initials(name)}</span>
<span class="who"><strong>${name}</strong><span class="muted">No number in the portal</span></span>
<span class="chip quiet">Try ${niceNumber(suggestion)}</span>
</div></li>`
}
