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
