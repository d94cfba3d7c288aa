import { Time } from '@/components/time'
import type { OwnMethod } from '@/lib/sign-in-methods/list-own-methods'

/** The kind of method, and when it was added and used. */
export function MethodFacts({ method }: { method: OwnMethod }) {
  return (
    <>
      {kindOf(method)}, added <Time at={method.addedAt} />,{' '}
      {method.lastUsedAt ? (
        <>
          last used <Time at={method.lastUsedAt} />
        </>
      ) : (
        'not used yet'
      )}
    </>
  )
}

function kindOf({ kind, isSynced }: OwnMethod): string {
  if (kind === 'app') return 'Authenticator app'
  return isSynced ? 'Passkey, synced to your other devices' : 'Passkey, on one device only'
}
