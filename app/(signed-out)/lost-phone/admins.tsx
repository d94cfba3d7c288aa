import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { listAdmins } from '@/lib/sign-in/second-step'
import { OneTimePassForm } from './one-time-pass-form'

/** The admins by name, shown only here, after the right password, and the field for the pass that they can give. */
export async function Admins({ pending }: { pending: PendingSignIn }) {
  const admins = await listAdmins(pending)

  return (
    <section className="grid gap-3">
      <h2 className="text-base">I have a one-time pass from my admin</h2>
      {admins.length === 0 ? (
        <p>No one else at {pending.firmName} can create one for you.</p>
      ) : (
        <div>
          <p>Ask an admin at {pending.firmName} for one, by phone or in person:</p>
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
