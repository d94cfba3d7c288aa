import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { Fact, Link, MailContent } from '@/lib/notifications/words/parts'
import { greet, oneLine, timeInWords } from '@/lib/notifications/words/plain-text'
import { type CaseStep, canStop, caseName, type ReadyStep, type StepWords } from './case-step'
import { lostPhoneToAdmin } from './lost-phone-to-admin'
import { lostPhoneToPerson } from './lost-phone-to-person'
import { numberChangeToAdmin, numberChangeToPerson } from './number-change'

/** The mail never shows supporters' notes, except a question and a chosen reason. */
export function caseMail(reader: { name: string }, raw: CaseStep): MailContent {
  const firm = oneLine(raw.firm)
  const helper = raw.isOperator ? 'another support agent' : `an admin at ${firm}`
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
  if (!isStoppable(step)) return []
  const words = step.kind === 'lost_phone' ? 'Cancel this request' : 'Cancel this change'
  return [{ intro: introOf(step), words, url: step.links.stop }]
}

function furtherLinks({ kind, reader, links }: ReadyStep, button?: Link): Link[] {
  if (button?.url === links.page) return []
  if (reader === 'admin') return [{ words: "View your firm's requests", url: links.queue }]
  if (reader === 'supporter') return [{ words: 'Open the queue', url: links.queue }]
  const words = kind === 'lost_phone' ? 'View your request' : 'View this change'
  return [{ words, url: links.page }]
}

/** A mail may leave long after its step, when the mail server was down. */
function endedSince(step: ReadyStep): string[] {
  return canStop(step) && !step.isOpen ? ["This is already closed, so you can't cancel it."] : []
}

function introOf({ reader, kind, person }: ReadyStep): string {
  const isPerson = reader === 'person'
  if (kind === 'number_change') return isPerson ? 'Not your number?' : 'Not the right number?'
  return isPerson ? "Didn't ask for this?" : `Not requested by ${person}?`
}

function stopWords(step: ReadyStep): string[] {
  if (!isStoppable(step)) return []
  const how = "To cancel, open the link and confirm. You don't need to sign in."
  if (step.reader !== 'person' || step.kind === 'number_change') return [how]
  return [`${how} Then reset your password at ${step.links.forgotten}.`]
}

function factsOf(step: ReadyStep): Fact[] {
  const { kind, reader, act, by } = step
  const isStopped = act === 'stopped'
  const facts: Array<Fact | false> = [
    ['Case', caseName(step)],
    reader !== 'person' && ['Person', step.person],
    ['When', timeInWords(step.at)],
    isStopped && ['Canceled by', by.isPerson && reader === 'person' ? 'a link we sent you' : by.name],
    kind === 'number_change' && act === 'opened' && ['Changed by', by.name],
    step.reason !== null && ['What happened', losses[step.reason]],
    step.requestedNumber !== null && [numberLabels[kind], maskMobileNumber(step.requestedNumber)],
    ['Requested from', step.place],
    ['Browser', step.browser],
  ]
  return facts.filter((fact) => fact !== false)
}

const numberLabels = { lost_phone: 'Requested number', number_change: 'New number' }

const losses = {
  lost: 'phone lost',
  stolen: 'phone stolen',
  broken: 'phone broken',
  new_number: 'new number',
}

function whomToAsk({ reader, person, helper }: ReadyStep): string {
  if (reader !== 'person') return `Questions? Ask ${person} by phone or in person, not by email.`
  return `Questions? Ask ${helper}.`
}
