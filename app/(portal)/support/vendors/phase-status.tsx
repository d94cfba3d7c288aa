import { Status } from '@/components/ui/status'
import type { MigrationPhase } from '@/lib/vendor-migration/rules'

export function PhaseStatus({ phase }: { phase: MigrationPhase }) {
  if (phase === 'not-started')
    return (
      <Status tone="neutral" icon="smartphone">
        On Authy
      </Status>
    )
  return phase === 'moving' ? (
    <Status tone="info" icon="hourglass">
      Migrating
    </Status>
  ) : (
    <Status tone="ok" icon="circle-check">
      Migrated
    </Status>
  )
}
