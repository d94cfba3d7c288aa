import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { oneLine } from '@/lib/notifications/words/plain-text'
import { type CaseStep, canStop, caseName, type NotifiedAct } from './case-step'

const mostCharacters = 300

/**
 * The text to the old number, at most 300 characters and plain ones. It is made only of what never changes about its step: a
 * text that may have left before is looked for by its exact words, and one that reads otherwise would be sent again.
 */
export function caseText(step: CaseStep): string {
  const words = (step.kind === 'lost_phone' ? lostPhone : numberChange)[step.act]
  if (!words) throw new Error(`A text knows no step "${step.act}"`)
  // Whoever holds a stolen phone must not bring it back: the mails can.
  const isWithThief = step.reason === 'stolen' && step.act === 'completed'
  const end = canStop(step) && !isWithThief ? ` Not you? Stop it: ${step.links.stop}` : ''
  const start = `Partner Portal: ${plain(words(step))}`
  return `${start.slice(0, mostCharacters - end.length)}${end}`
}

type Wording = Partial<Record<NotifiedAct, (step: CaseStep) => string>>

const lostPhone: Wording = {
  opened: (step) =>
    `somebody asked to use another phone for your account (${caseName(step)}, ${shortTime(step.at)}, ${from(step)}). This phone works on.`,
  approved: (step) =>
    `request ${caseName(step)} for another phone was approved. This phone works until ${shortTime(end(step))} at least.`,
  completed: (step) =>
    `this phone no longer works for your account (${caseName(step)}, ${shortTime(step.at)}). The link for the new one comes by mail.`,
  declined: (step) => `request ${caseName(step)} for another phone was declined. This phone works on.`,
  stopped: (step) =>
    `request ${caseName(step)} for another phone was stopped (${shortTime(step.at)}). ${step.from === 'ready' ? 'This number is being registered again.' : 'This phone works on.'} If you had not asked for it, change your password.`,
  withdrawn: (step) =>
    `request ${caseName(step)} for another phone was closed.${step.by.isPortal ? '' : ' This phone works on.'}`,
  found: (step) =>
    `request ${caseName(step)} was closed, because this phone was used to sign in (${shortTime(step.at)}). Not you? Change your password and tell an admin of your firm.`,
  enrolled: (step) =>
    `your account now uses another phone (${caseName(step)}, ${shortTime(step.at)}). Not you? Tell an admin of your firm at once.`,
}

const numberChange: Wording = {
  opened: (step) =>
    `an admin changed your number to one ${numberOf(step)} (${caseName(step)}, ${shortTime(step.at)}). This one works until you confirm it, or until ${shortTime(end(step))}.`,
  completed: (step) =>
    `your account now uses the number ${numberOf(step)}, no longer this one (${caseName(step)}). Not right? Tell an admin of your firm at once.`,
  enrolled: (step) =>
    `your account now uses the number ${numberOf(step)}, no longer this one (${caseName(step)}). Not you? Tell an admin of your firm at once.`,
  stopped: (step) => `the change of your number (${caseName(step)}) was stopped. This number stays.`,
  withdrawn: (step) => `the change of your number to one ${numberOf(step)} (${caseName(step)}) is off.`,
}

function from({ browser, place }: CaseStep): string {
  return `from ${oneLine(browser)}, ${oneLine(place)}`
}

/** As it was set with the step. Later it can only move on, never come earlier. */
function end({ at, waitHours }: CaseStep): Date {
  return new Date(at.getTime() + waitHours * 3_600_000)
}

function numberOf({ requestedNumber }: CaseStep): string {
  return requestedNumber ? maskMobileNumber(requestedNumber) : 'that was asked for'
}

/** `24 Nov 2026 12:05 UTC` */
function shortTime(at: Date): string {
  return `${day.format(at)} ${clock.format(at)} UTC`
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

/** One sign outside of the plain set makes every text half as long, and twice as dear. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, ' ')
}
