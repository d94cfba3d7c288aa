import { Time } from '@/components/time'
import type { MigrationProgress } from '@/lib/vendor-migration/queries'

export function ProgressNumbers({ progress }: { progress: MigrationProgress }) {
  const { active, moved, hasUsedAnother, hasOwnMethod, atAuthy, startedAt, finishedAt } = progress
  const counts: Array<[label: string, count: number]> = [
    ['Get texts from Twilio Verify', moved],
    ['Have signed in without Authy since the start', hasUsedAnother],
    ['Have an authenticator app or a passkey', hasOwnMethod],
    ['Are still registered with Authy', atAuthy],
  ]
  return (
    <div className="grid gap-3">
      <p className="text-text-muted">
        {startedAt ? (
          <>
            Started <Time at={startedAt} />
            {finishedAt && (
              <>
                , finished <Time at={finishedAt} />
              </>
            )}
          </>
        ) : (
          'Not started'
        )}
      </p>
      <dl className="grid gap-2">
        {counts.map(([label, count]) => (
          <div key={label} className="flex flex-wrap justify-between gap-x-6">
            <dt>{label}</dt>
            <dd className="tabular-nums">
              {count.toLocaleString('en')} of {active.toLocaleString('en')}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
