import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { Fact, Link, MailContent } from '@/lib/notifications/words/parts'
import { greet, oneLine, timeInWords } from '@/lib/notifications/words/plain-text'
import { type CaseStep, canStop, caseName, type ReadyStep, type StepWords } from './case-step'
import { lostPhoneToAdmin } from './lost-phone-to-admin'
import { lostPhoneToPerson } from './lost-phone-to-person'
import { numberChangeToAdmin, numberChangeToPerson } from './number-change'

/** The mail about one step of a case. The notes of supporters never reach it, except a question and a chosen reason. */
export function caseMail(reader: { name: string }, raw: CaseStep): MailContent {
  const firm = oneLine(raw.firm)
  const helper = raw.isOperator ? 'another supporter' : `an admin of ${firm}`
  const step: ReadyStep = { ...raw, person: oneLine(raw.person), firm, helper }
  const { subject, paragraphs, quote, button, after = [] } = stepWords(step)
  const methods = [...(button ? [button] : []), ...stopLinks(step), ...furtherLinks(step, button)]
  return {
    subject: `${caseName(step)}: ${subject}`,
    greeting: greet(reader.name),
    paragraphs: [...paragraphs, ...endedSince(step)],
    quote,
    facts: factsOf(step),
    button: methods[0],
    links: methods.slice(1),
    after: [...stopWords(step), ...after, whomToAsk(step)],
  }
}

function stepWords(step: ReadyStep): StepWords {
  const isPerson = step.reader === 'person'
  if (step.kind === 'lost_phone') return (isPerson ? lostPhoneToPerson : lostPhoneToAdmin)(step)
  return (isPerson ? numberChangeToPerson : numberChangeToAdmin)(step)
}

const isStoppable = (step: ReadyStep) => step.isOpen && canStop(step)

function stopLinks(step: ReadyStep): Link[] {
  return isStoppable(step) ? [{ words: 'Stop this request', url: step.links.stop }] : []
}

function furtherLinks({ kind, reader, links }: ReadyStep, button?: Link): Link[] {
  if (button?.url === links.page) return []
  if (reader === 'admin') return [{ words: 'See the requests of your people', url: links.queue }]
  if (reader === 'supporter') return [{ words: 'Open the queue', url: links.queue }]
  const words = kind === 'lost_phone' ? 'See where your request stands' : 'See where this change stands'
  return [{ words, url: links.page }]
}

/** A mail may leave long after its step, when the mail server was away. */
function endedSince(step: ReadyStep): string[] {
  return canStop(step) && !step.isOpen ? ['This request has ended since: there is nothing left to stop.'] : []
}

function stopWords(step: ReadyStep): string[] {
  if (!isStoppable(step)) return []
  const how = 'One click on the page that opens is enough; you need not sign in.'
  if (step.reader === 'person' && step.kind === 'number_change')
    return [`If that is not your number, stop it now. ${how}`]
  if (step.reader === 'person')
    return [
      `If you did not ask for this, stop it now. ${how} Then choose a new password at ${step.links.forgotten}.`,
    ]
  return [`If you know that ${step.person} does not want this, stop it. ${how}`]
}

function factsOf(step: ReadyStep): Fact[] {
  const { kind, reader, act, by } = step
  const isStopped = act === 'stopped'
  const facts: Array<Fact | false> = [
    ['Case', caseName(step)],
    reader !== 'person' && ['Person', step.person],
    ['When', timeInWords(step.at)],
    isStopped && ['Stopped by', by.isPerson && reader === 'person' ? 'a link that was sent to you' : by.name],
    kind === 'number_change' && act === 'opened' && ['Changed by', by.name],
    step.reason !== null && ['What happened', losses[step.reason]],
    step.requestedNumber !== null && [numberLabels[kind], maskMobileNumber(step.requestedNumber)],
    ['Asked from', step.place],
    ['Browser', step.browser],
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

function whomToAsk({ reader, person, helper }: ReadyStep): string {
  if (reader !== 'person') return `Questions? Ask ${person} by phone or in person, not by mail.`
  return `Questions? Ask ${helper}.`
}
