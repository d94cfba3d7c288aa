import type { Route } from 'next'
import { Alert } from '@/components/ui/alert'

const sentences = {
  confirmed: 'Thanks. Support has your confirmation and may check further.',
  stopped: "Request canceled. We've notified everyone involved.",
  closed: 'That request was already closed.',
  'recovery-confirmed': 'Confirmed.',
  'recovery-refused': 'Refused. Nothing was changed.',
}

/** What was done last, once. */
export function DoneAlert({ done }: { done: unknown }) {
  if (typeof done !== 'string' || !isDone(done)) return null
  return (
    <Alert tone={done === 'closed' ? 'info' : 'ok'} role="status">
      {sentences[done]}
    </Alert>
  )
}

export function doneAddress(done: keyof typeof sentences): Route {
  return `/admin/requests?done=${done}`
}

function isDone(done: string): done is keyof typeof sentences {
  return Object.hasOwn(sentences, done)
}
