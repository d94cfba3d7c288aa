import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { listKeepers } from '@/lib/sign-in/second-step'
import { PassForm } from './one-time-pass-form'

/** Whom to ask, by name: shown only here, after the right password. And the pass that they can give. */
export async function Admins({ pending }: { pending: PendingSignIn }) {
  const keepers = await listKeepers(pending)

  return (
    <section className="grid gap-3">
      <h2 className="text-base">I have a one-time pass from my admin</h2>
      {keepers.length === 0 ? (
        <p>Nobody else at {pending.firmName} can make one for you.</p>
      ) : (
        <div>
          <p>An admin who knows you can give you one by phone or in person. At {pending.firmName} that is:</p>
          <ul className="mt-1 list-disc pl-5">
            {keepers.map((keeper) => (
              <li key={keeper.id}>{keeper.name}</li>
            ))}
          </ul>
        </div>
      )}
      <PassForm />
    </section>
  )
}
