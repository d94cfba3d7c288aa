import type { Outcome } from './table'

type Answered = { status: number; location: string | null }

/** Which of the table's words an answer is. */
export function outcomeOf({ status, location }: Answered): Outcome | 'failed' {
  const path = location?.split('?')[0]
  if (path === '/sign-in') return 'sign-in'
  if (path === '/confirm') return 'confirm'
  if (path === '/') return 'home'
  if (status === 404 || status === 403) return `${status}`
  return status < 400 ? 'yes' : 'failed'
}
