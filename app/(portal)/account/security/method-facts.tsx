import { UtcTime } from '@/components/utc-time'
import type { OwnWay } from '@/lib/sign-in-methods/list-own-methods'

/** What it is, where it lives, and when it was used. */
export function WayFacts({ way }: { way: OwnWay }) {
  return (
    <>
      {kindOf(way)}, added <UtcTime at={way.addedAt} />,{' '}
      {way.lastUsedAt ? (
        <>
          last used <UtcTime at={way.lastUsedAt} />
        </>
      ) : (
        'not used yet'
      )}
    </>
  )
}

function kindOf({ kind, isSynced }: OwnWay): string {
  if (kind === 'app') return 'Authenticator app'
  return isSynced ? 'Passkey, synced to your other devices' : 'Passkey, only on this device'
}
