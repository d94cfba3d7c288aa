import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import type { Conflict } from './employee-form-state'

/** Saving again overwrites theirs; leaving keeps theirs. */
export function ConflictAlert({ conflict }: { conflict: Conflict }) {
  const { changedBy, changedAt, what, differences } = conflict
  return (
    <Alert tone="warn" role="alert" title={`${changedBy} changed ${what} while you were editing`}>
      <p>
        Changed <Time at={changedAt} />. Use their changes, or overwrite them with yours.
      </p>
      <dl className="grid gap-2">
        {differences.map(({ label, theirs, yours }) => (
          <div key={label}>
            <dt className="font-medium">{label}</dt>
            <dd>Theirs: {theirs}</dd>
            <dd>Yours: {yours}</dd>
          </div>
        ))}
      </dl>
    </Alert>
  )
}
