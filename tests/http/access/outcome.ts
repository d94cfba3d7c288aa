import { flashCookieName, parseFlash } from '@/lib/session/flash-cookie'
import type { Answer } from '../../form-browser'
import type { Outcome } from './table'

type Answered = { status: number; location: string | null }

/** Which of the table's words an answer is. */
export function outcomeOf({ status, location }: Answered): Outcome | 'failed' {
  const path = location?.split('?')[0]
  if (path === '/sign-in') return 'sign-in'
  if (path === '/step-up') return 'confirm'
  if (path === '/confirm-number/ended') return 'ended'
  if (path === '/') return 'home'
  if (status === 404 || status === 403) return `${status}`
  return status < 400 ? 'yes' : 'failed'
}

/** Whether it comes from a guard, before anything was read. */
export function isRefusal(outcome: string): boolean {
  return ['sign-in', 'confirm', 'ended', '404'].includes(outcome)
}

/** Where an answer leads and which message it leaves there, or its words when it is a page. */
export function saidBy({ location, text, headers }: Answer): string {
  const flash = headers.getSetCookie().find((line) => line.startsWith(`${flashCookieName}=`))
  const value = decodeURIComponent(flash?.split(/[=;]/, 2)[1] ?? '')
  return location === null ? text : [location, parseFlash(value).key].filter(Boolean).join(' ')
}
