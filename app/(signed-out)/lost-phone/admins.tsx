import { Rows } from '@/components/ui/rows'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { listAdmins } from '@/lib/sign-in/second-step'
import { OneTimePassRow } from './one-time-pass-row'

/** A list of its own. `AdminsRow` is for a list that has other rows too. */
export function Admins({ pending }: { pending: PendingSignIn }) {
  return (
    <Rows>
      <AdminsRow pending={pending} />
    </Rows>
  )
}

/** The admins by name, shown only here, after the right password, and the field for the pass that they can give. */
export async function AdminsRow({ pending }: { pending: PendingSignIn }) {
  const admins = await listAdmins(pending)

  return (
    <OneTimePassRow>
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
    </OneTimePassRow>
  )
}
