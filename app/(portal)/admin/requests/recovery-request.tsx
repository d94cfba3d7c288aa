import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import type { RecoveryRow } from '@/lib/employees/recovery/list-requests'
import { recoveryTitles } from '../employees/recovery-words'
import { RecoveryAnswer } from './recovery-answer'

type RecoveryRequestProps = { request: RecoveryRow; ownId: string }

/** What one admin asks for another, until somebody else than the asker has answered. */
export function RecoveryRequest({ request, ownId }: RecoveryRequestProps) {
  const { id, name, kind, reason, askedByName, askedAt, expiresAt } = request
  const isAbout = request.employeeId === ownId

  return (
    <Card
      title={`${recoveryTitles[kind]}: ${isAbout ? 'you' : name}`}
      action={
        <Status tone="warn" icon="clock">
          To be confirmed
        </Status>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        <dt className="text-text-muted">Asked by</dt>
        <dd>
          {askedByName}, <UtcTime at={askedAt} />
        </dd>
        <dt className="text-text-muted">Reason</dt>
        <dd className="break-words">{reason}</dd>
        <dt className="text-text-muted">Ends</dt>
        <dd>
          <UtcTime at={expiresAt} />
        </dd>
      </dl>
      <RecoveryAnswer requestId={id} name={name} canConfirm={request.askedBy !== ownId} />
    </Card>
  )
}
