import { maskMobileNumber } from '@/lib/contact/mobile-number'
import {
  type Fact,
  greet,
  type Letter,
  type Link,
  oneLine,
  timeInWords,
} from '@/lib/notifications/mail-layout'
import { type CaseNews, canStop, caseName, type ReadyNews, type StepWords } from './case-step'
import { lostPhoneToAdmin } from './lost-phone-to-admin'
import { lostPhoneToPerson } from './lost-phone-to-person'
import { numberChangeToAdmin, numberChangeToPerson } from './number-change'

/** The mail about one step of a case. The notes of supporters never reach it, except a question and a chosen reason. */
export function caseLetter(reader: { name: string }, raw: CaseNews): Letter {
  const firm = oneLine(raw.firm)
  const leader = raw.isOperator ? 'another supporter' : `an admin of ${firm}`
  const news: ReadyNews = { ...raw, person: oneLine(raw.person), firm, leader }
  const { subject, paragraphs, quote, button, after = [] } = stepWords(news)
  const ways = [...(button ? [button] : []), ...stopLinks(news), ...furtherLinks(news, button)]
  return {
    subject: `${caseName(news)}: ${subject}`,
    greeting: greet(reader.name),
    paragraphs: [...paragraphs, ...endedSince(news)],
    quote,
    facts: factsOf(news),
    button: ways[0],
    links: ways.slice(1),
    after: [...stopWords(news), ...after, whomToAsk(news)],
  }
}

function stepWords(news: ReadyNews): StepWords {
  const isPerson = news.reader === 'person'
  if (news.kind === 'lost_phone') return (isPerson ? lostPhoneToPerson : lostPhoneToAdmin)(news)
  return (isPerson ? numberChangeToPerson : numberChangeToAdmin)(news)
}

const isStoppable = (news: ReadyNews) => news.isOpen && canStop(news)

function stopLinks(news: ReadyNews): Link[] {
  return isStoppable(news) ? [{ words: 'Stop this request', url: news.links.stop }] : []
}

function furtherLinks({ kind, reader, links }: ReadyNews, button?: Link): Link[] {
  if (button?.url === links.page) return []
  if (reader === 'admin') return [{ words: 'See the requests of your people', url: links.queue }]
  if (reader === 'supporter') return [{ words: 'Open the queue', url: links.queue }]
  const words = kind === 'lost_phone' ? 'See where your request stands' : 'See where this change stands'
  return [{ words, url: links.page }]
}

/** A mail may leave long after its step, when the mail server was away. */
function endedSince(news: ReadyNews): string[] {
  return canStop(news) && !news.isOpen ? ['This request has ended since: there is nothing left to stop.'] : []
}

function stopWords(news: ReadyNews): string[] {
  if (!isStoppable(news)) return []
  const how = 'One click on the page that opens is enough; you need not sign in.'
  if (news.reader === 'person' && news.kind === 'number_change')
    return [`If that is not your number, stop it now. ${how}`]
  if (news.reader === 'person')
    return [
      `If you did not ask for this, stop it now. ${how} Then choose a new password at ${news.links.forgotten}.`,
    ]
  return [`If you know that ${news.person} does not want this, stop it. ${how}`]
}

function factsOf(news: ReadyNews): Fact[] {
  const { kind, reader, act, by } = news
  const isStopped = act === 'stopped'
  const facts: Array<Fact | false> = [
    ['Case', caseName(news)],
    reader !== 'person' && ['Person', news.person],
    ['When', timeInWords(news.at)],
    isStopped && ['Stopped by', by.isPerson && reader === 'person' ? 'a link that was sent to you' : by.name],
    kind === 'number_change' && act === 'opened' && ['Changed by', by.name],
    news.reason !== null && ['What happened', losses[news.reason]],
    news.requestedNumber !== null && [numberLabels[kind], maskMobileNumber(news.requestedNumber)],
    ['Asked from', news.place],
    ['Browser', news.browser],
  ]
  return facts.filter((fact) => fact !== false)
}

const numberLabels = { lost_phone: 'Number asked for', number_change: 'New number' }

const losses = {
  lost: 'phone lost',
  stolen: 'phone stolen',
  broken: 'phone broken',
  new_number: 'new number',
}

function whomToAsk({ reader, person, leader }: ReadyNews): string {
  if (reader !== 'person') return `Questions? Ask ${person} by phone or in person, not by mail.`
  return `Questions? Ask ${leader}.`
}
