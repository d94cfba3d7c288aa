import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { RecoveryRow } from '@/lib/employees/recovery/list-requests'
import { recoveryTitles } from '../employees/sentences'
import { RecoveryAnswer } from './recovery-answer'

type RecoveryRequestProps = { request: RecoveryRow; ownId: string }

/** Recovery of an admin, requested by another one, until a third person or its owner answers. */
export function RecoveryRequest({ request, ownId }: RecoveryRequestProps) {
  const { id, name, kind, reason, askedByName, askedAt, expiresAt } = request
  const isAbout = request.employeeId === ownId

  return (
    <Card
      title={`${recoveryTitles[kind]}: ${isAbout ? 'you' : name}`}
      action={
        <Status tone="warn" icon="clock">
          Needs confirmation
        </Status>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        <dt className="text-text-muted">Requested by</dt>
        <dd>
          {askedByName}, <Time at={askedAt} />
        </dd>
        <dt className="text-text-muted">Reason</dt>
        <dd className="break-words">{reason}</dd>
        <dt className="text-text-muted">Expires</dt>
        <dd>
          <Time at={expiresAt} />
        </dd>
      </dl>
      <RecoveryAnswer requestId={id} name={name} canConfirm={request.askedBy !== ownId} />
    </Card>
  )
}
