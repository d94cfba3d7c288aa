import { Alert } from '@/components/ui/alert'
import { AskNow } from './ask-now'
import { doneSentences } from './sentences'

type DoneAlertProps = {
  done: string | undefined
  person: { id: string; name: string; canBeAsked: boolean } | null
}

/** What was done last, once, at the top and read out. */
export function DoneAlert({ done, person }: DoneAlertProps) {
  if (!done || !isDone(done)) return null
  return (
    <Alert tone="ok" role="status" className="mb-6">
      <p>{doneSentences[done](person?.name ?? 'this employee')}</p>
      {done === 'saved' && person?.canBeAsked && <AskNow employeeId={person.id} name={person.name} />}
    </Alert>
  )
}

function isDone(done: string): done is keyof typeof doneSentences {
  return Object.hasOwn(doneSentences, done)
}
