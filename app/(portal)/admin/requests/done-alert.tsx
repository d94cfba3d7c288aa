import type { Route } from 'next'
import { Alert } from '@/components/ui/alert'

const sentences = {
  confirmed: 'Support has your word now. It is not the only thing that is checked.',
  stopped: 'The request is stopped. Everybody who was told of it is told of this too.',
  closed: 'That request was closed already.',
  'recovery-confirmed': 'Confirmed.',
  'recovery-refused': 'Refused. Nothing was changed.',
}

/** What was done last, told once. */
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
