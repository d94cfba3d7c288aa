import { Alert } from '@/components/ui/alert'
import type { Conflict } from './employee-form-state'

/** Saving again saves yours; leaving keeps theirs. */
export function ConflictAlert({ conflict }: { conflict: Conflict }) {
  return (
    <Alert tone="warn" role="alert" title={conflict.sentence}>
      <dl className="grid gap-2">
        {conflict.differences.map(({ label, theirs, yours }) => (
          <div key={label}>
            <dt className="font-medium">{label}</dt>
            <dd>Theirs: {theirs}</dd>
            <dd>Yours: {yours}</dd>
          </div>
        ))}
      </dl>
      <p>Save Changes saves yours over theirs.</p>
    </Alert>
  )
}
