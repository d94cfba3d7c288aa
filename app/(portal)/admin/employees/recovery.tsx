import { Alert } from '@/components/ui/alert'
import { isLockedOut, type WrongInRow } from '@/lib/employees/readiness'
import type { RecoveryKind } from '@/prisma/client/enums'
import { RecoveryAct } from './recovery-act'
import { recoveryWords } from './sentences'

type RecoveryProps = {
  person: WrongInRow & { id: string; name: string; role: string; watchedUntil: Date | null }
  /** False where only the password is asked. */
  hasSecondFactor: boolean
}

/** What an admin can do for a person who cannot sign in, or whose phone was stolen. */
export function Recovery({ person, hasSecondFactor }: RecoveryProps) {
  const kinds: RecoveryKind[] = [
    ...(isLockedOut(person) ? (['unlock'] as const) : []),
    ...(hasSecondFactor ? (['one_time_pass', 'reset'] as const) : []),
    'sign_out',
  ]
  const isAsked = person.role !== 'tech'

  return (
    <section aria-labelledby="help-person" className="mt-6 grid gap-3 border-t border-border pt-5">
      <h2 id="help-person" className="text-base">
        {' '}
        Account recovery{' '}
      </h2>
      {person.watchedUntil && person.watchedUntil > new Date() && (
        <Alert tone="warn">
          A request for {person.name}'s account was reported as suspicious in the last seven days. An attacker
          may try you next.
        </Alert>
      )}
      {kinds.map((kind) => (
        <RecoveryAct
          key={kind}
          words={recoveryWords(kind, person.name, isAsked)}
          employeeId={person.id}
          isAsked={isAsked}
        />
      ))}
    </section>
  )
}
