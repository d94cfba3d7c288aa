import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { oneLine } from '@/lib/notifications/mail-layout'
import { type CaseNews, canStop, caseName, type ToldAct } from './case-step'

const mostCharacters = 300

/**
 * The text to the old number, at most 300 characters and plain ones. It is made only of what never changes about its step: a
 * text that may have left before is looked for by its exact words, and one that reads otherwise would be sent again.
 */
export function caseText(news: CaseNews): string {
  const words = (news.kind === 'lost_phone' ? lostPhone : numberChange)[news.act]
  if (!words) throw new Error(`A text knows no step "${news.act}"`)
  // Whoever holds a stolen phone must not bring it back: the mails can.
  const isWithThief = news.reason === 'stolen' && news.act === 'completed'
  const end = canStop(news) && !isWithThief ? ` Not you? Stop it: ${news.links.stop}` : ''
  const start = `Partner Portal: ${plain(words(news))}`
  return `${start.slice(0, mostCharacters - end.length)}${end}`
}

type Wording = Partial<Record<ToldAct, (news: CaseNews) => string>>

const lostPhone: Wording = {
  opened: (news) =>
    `somebody asked to use another phone for your account (${caseName(news)}, ${shortTime(news.at)}, ${from(news)}). This phone works on.`,
  approved: (news) =>
    `request ${caseName(news)} for another phone was approved. This phone works until ${shortTime(end(news))} at least.`,
  completed: (news) =>
    `this phone no longer works for your account (${caseName(news)}, ${shortTime(news.at)}). The link for the new one comes by mail.`,
  declined: (news) => `request ${caseName(news)} for another phone was declined. This phone works on.`,
  stopped: (news) =>
    `request ${caseName(news)} for another phone was stopped (${shortTime(news.at)}). ${news.from === 'ready' ? 'This number is being registered again.' : 'This phone works on.'} If you had not asked for it, change your password.`,
  withdrawn: (news) =>
    `request ${caseName(news)} for another phone was closed.${news.by.isPortal ? '' : ' This phone works on.'}`,
  found: (news) =>
    `request ${caseName(news)} was closed, because this phone was used to sign in (${shortTime(news.at)}). Not you? Change your password and tell an admin of your firm.`,
  'set-up': (news) =>
    `your account now uses another phone (${caseName(news)}, ${shortTime(news.at)}). Not you? Tell an admin of your firm at once.`,
}

const numberChange: Wording = {
  opened: (news) =>
    `an admin changed your number to one ${numberOf(news)} (${caseName(news)}, ${shortTime(news.at)}). This one works until you confirm it, or until ${shortTime(end(news))}.`,
  completed: (news) =>
    `your account now uses the number ${numberOf(news)}, no longer this one (${caseName(news)}). Not right? Tell an admin of your firm at once.`,
  'set-up': (news) =>
    `your account now uses the number ${numberOf(news)}, no longer this one (${caseName(news)}). Not you? Tell an admin of your firm at once.`,
  stopped: (news) => `the change of your number (${caseName(news)}) was stopped. This number stays.`,
  withdrawn: (news) => `the change of your number to one ${numberOf(news)} (${caseName(news)}) is off.`,
}

function from({ browser, place }: CaseNews): string {
  return `from ${oneLine(browser)}, ${oneLine(place)}`
}

/** As it was set with the step. Later it can only move on, never come earlier. */
function end({ at, waitHours }: CaseNews): Date {
  return new Date(at.getTime() + waitHours * 3_600_000)
}

function numberOf({ requestedNumber }: CaseNews): string {
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
