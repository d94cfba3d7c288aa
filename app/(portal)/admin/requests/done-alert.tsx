import type { Route } from 'next'
import { Notice } from '@/components/ui/alert'

const sentences = {
  confirmed: 'Support has your word now. It is not the only thing that is checked.',
  stopped: 'The request is stopped. Everybody who was told of it is told of this too.',
  closed: 'That request was closed already.',
  'help-confirmed': 'Confirmed.',
  'help-refused': 'Refused. Nothing was changed.',
}

/** What was done last, told once. */
export function DoneNotice({ done }: { done: unknown }) {
  if (typeof done !== 'string' || !isDone(done)) return null
  return (
    <Notice tone={done === 'closed' ? 'info' : 'ok'} role="status">
      {sentences[done]}
    </Notice>
  )
}

export function doneAddress(done: keyof typeof sentences): Route {
  return `/admin/requests?done=${done}`
}

function isDone(done: string): done is keyof typeof sentences {
  return Object.hasOwn(sentences, done)
}
