import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { oneLine, timeInWords } from '@/lib/notifications/words/plain-text'
import { type CaseStep, canStop, caseName, type NotifiedAct } from './case-step'

const mostCharacters = 300

/** A text is at most 300 ASCII characters, and never changes: a resend finds it at the vendor by its exact words. */
export function caseText(step: CaseStep): string {
  const words = (step.kind === 'lost_phone' ? lostPhone : numberChange)[step.act]
  if (!words) throw new Error(`A text knows no step "${step.act}"`)
  // A thief with the stolen phone must not restore it. The mails can.
  const isWithThief = step.reason === 'stolen' && step.act === 'completed'
  const end =
    canStop(step) && !isWithThief
      ? ` ${step.kind === 'lost_phone' ? 'Not you' : 'Not right'}? Cancel it: ${step.links.stop}`
      : ''
  const start = `Partner Portal: ${plain(words(step))}`
  return `${start.slice(0, mostCharacters - end.length)}${end}`
}

type Wording = Partial<Record<NotifiedAct, (step: CaseStep) => string>>

const lostPhone: Wording = {
  opened: (step) =>
    `Someone asked to move your account to another phone (${caseName(step)}). This phone still works. Requested ${timeInWords(step.at)} ${from(step)}.`,
  approved: (step) =>
    `Request ${caseName(step)} for another phone was approved. This phone works until at least ${timeInWords(end(step))}.`,
  completed: (step) =>
    `This phone no longer works for your account (${caseName(step)}, ${timeInWords(step.at)}). We emailed a link to set up the new one.`,
  declined: (step) => `Request ${caseName(step)} for another phone was declined. This phone still works.`,
  stopped: (step) =>
    `Request ${caseName(step)} for another phone was canceled (${timeInWords(step.at)}). ${step.from === 'ready' ? "We're registering this number again." : 'This phone still works.'} If you didn't ask for another phone, reset your password.`,
  withdrawn: (step) =>
    `Request ${caseName(step)} for another phone was closed.${step.by.isPortal ? '' : ' This phone still works.'}`,
  found: (step) =>
    `Request ${caseName(step)} was closed because this phone was used to sign in (${timeInWords(step.at)}). Not you? Reset your password and contact an admin of your firm.`,
  enrolled: (step) =>
    `Your account now uses another phone (${caseName(step)}, ${timeInWords(step.at)}). Not you? Contact an admin of your firm right away.`,
}

const numberChange: Wording = {
  opened: (step) =>
    `An admin changed your number to one ${numberOf(step)} (${caseName(step)}). This number works until you confirm the new one, or until ${timeInWords(end(step))}.`,
  completed: (step) =>
    `Your account now uses the number ${numberOf(step)} instead of this one (${caseName(step)}). Not right? Contact an admin of your firm right away.`,
  enrolled: (step) =>
    `Your account now uses the number ${numberOf(step)} instead of this one (${caseName(step)}). Not you? Contact an admin of your firm right away.`,
  stopped: (step) => `The change of your number (${caseName(step)}) was canceled. This number still works.`,
  withdrawn: (step) =>
    `The change of your number to one ${numberOf(step)} (${caseName(step)}) was withdrawn.`,
}

function from({ browser, place }: CaseStep): string {
  return `from ${oneLine(browser)}, ${oneLine(place)}`
}

function end({ at, waitHours }: CaseStep): Date {
  return new Date(at.getTime() + waitHours * 3_600_000)
}

function numberOf({ requestedNumber }: CaseStep): string {
  return requestedNumber ? maskMobileNumber(requestedNumber) : 'that was requested'
}

/** A character outside ASCII halves what fits in a text and doubles its price. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, ' ')
}
