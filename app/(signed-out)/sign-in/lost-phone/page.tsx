import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { listKeepers } from '@/lib/second-factor/queries'
import { requirePendingSignIn } from '@/lib/session/guards'

export const metadata: Metadata = { title: 'Without your phone' }

/** The ways on for who has no phone at hand. The names of the firm's admins are shown only here, after the right password. */
export default async function LostPhonePage() {
  const pending = await requirePendingSignIn()
  const keepers = await listKeepers(pending)

  return (
    <SignedOutShell
      title="Without your phone"
      about={<p>You may not need to wait for anybody.</p>}
      otherWays={
        <a href="/help/two-factor-authentication#lost-phone" className="text-link">
          Read more about lost phones
        </a>
      }
    >
      <section className="grid gap-1">
        <h2 className="text-base">Same number, new phone</h2>
        <p>
          Put the SIM card into the new phone and press <em>Text me a token</em>. Install the Authy app again
          with the same number, and its tokens and requests come back.
        </p>
      </section>
      <section className="grid gap-1">
        <h2 className="text-base">Another device</h2>
        <p>Authy on a tablet or a second phone shows the same tokens.</p>
      </section>
      <section className="grid gap-1">
        <h2 className="text-base">New number</h2>
        {keepers.length === 0 ? (
          <p>You are the only one who could change it. Call the partner support of your vendor.</p>
        ) : (
          <>
            <p>Ask one of these people at {pending.firmName} to record it. It works from then on.</p>
            <ul className="list-disc pl-5">
              {keepers.map((keeper) => (
                <li key={keeper.id}>{keeper.name}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className="grid gap-1">
        <h2 className="text-base">Stolen</h2>
        <p>Set a new password too: that ends every session of yours.</p>
        <p>
          <a href="/forgotten-password" className="text-link">
            Set a new password
          </a>
        </p>
      </section>
      <a href="/sign-in/second-step" className={buttonClass({ look: 'primary', large: true })}>
        Back to the second step
      </a>
    </SignedOutShell>
  )
}
