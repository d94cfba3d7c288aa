import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { listAdmins } from '@/lib/sign-in/second-step'
import { OneTimePassForm } from './one-time-pass-form'

/** Whom to ask, by name: shown only here, after the right password. And the pass that they can give. */
export async function Admins({ pending }: { pending: PendingSignIn }) {
  const admins = await listAdmins(pending)

  return (
    <section className="grid gap-3">
      <h2 className="text-base">I have a one-time pass from my admin</h2>
      {admins.length === 0 ? (
        <p>Nobody else at {pending.firmName} can make one for you.</p>
      ) : (
        <div>
          <p>An admin who knows you can give you one by phone or in person. At {pending.firmName} that is:</p>
          <ul className="mt-1 list-disc pl-5">
            {admins.map((admin) => (
              <li key={admin.id}>{admin.name}</li>
            ))}
          </ul>
        </div>
      )}
      <OneTimePassForm />
    </section>
  )
}
