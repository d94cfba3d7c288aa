import { Alert } from '@/components/ui/alert'
import { AskNow } from './ask-now'

const sentences = {
  saved: (name: string) => `The changes to ${name} are saved.`,
  held: (name: string) =>
    `${name} will be told by mail and text at the old number. The new number starts to work once ${name} confirms it, or in 24 hours.`,
  'number-kept': (name: string) => `The change is cancelled. ${name} keeps the old number.`,
  unlocked: (name: string) => `Tokens and recovery codes of ${name} are unlocked.`,
  unchanged: (name: string) => `Nothing about ${name} was changed.`,
  added: (name: string) => `${name} was added. An invitation to set a password is on its way.`,
  retried: (name: string) =>
    `Authy is asked about the number of ${name} again. Reload in a moment to see the answer.`,
  'one-touch': () => 'The change to OneTouch is saved.',
  'second-steps': () =>
    'The change to your second steps is saved, and counts from each person’s next sign-in. All admins are told by e-mail.',
}

type DoneAlertProps = {
  done: string | undefined
  person: { id: string; name: string; canBeAsked: boolean } | null
}

/** What was done last, told once and for everyone: it stands at the top and is read out. */
export function DoneAlert({ done, person }: DoneAlertProps) {
  if (!done || !isDone(done)) return null
  return (
    <Alert tone="ok" role="status" className="mb-6">
      <p>{sentences[done](person?.name ?? 'this employee')}</p>
      {done === 'saved' && person?.canBeAsked && <AskNow employeeId={person.id} name={person.name} />}
    </Alert>
  )
}

function isDone(done: string): done is keyof typeof sentences {
  return Object.hasOwn(sentences, done)
}
