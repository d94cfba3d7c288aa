import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { watchDays } from '@/lib/cases/rules'
import { HelpLink } from '../../../help-link'
import { firstName, isPerson, nameOf, type StopLink } from './find-stop-link'
import { MethodOn } from './next-step'

/** What happened, and what to do now. The link shows it every time it is opened. */
export function Stopped({ notification }: { notification: StopLink }) {
  const isLost = notification.case.kind === 'lost_phone'
  return (
    <SignedOutShell title={`${nameOf(notification)} is canceled`} otherMethods={<HelpLink to="stop" />}>
      <Alert tone="ok" role="status" title="Closed permanently">
        <p>
          The old {isLost ? 'phone' : 'number'} stays on the account. We've notified the firm's admins, and
          we'll check new requests more strictly for {watchDays} days.
        </p>
      </Alert>
      <section className="grid gap-2">
        <h2 className="text-base">What to do now</h2>
        {isPerson(notification) ? (
          <ForPerson isLost={isLost} />
        ) : (
          <ForAdmin name={firstName(notification)} isLost={isLost} />
        )}
      </section>
    </SignedOutShell>
  )
}

/** A person who requests a reset knew the password; a number is changed from an admin's session. */
function ForPerson({ isLost }: { isLost: boolean }) {
  if (!isLost) return <p>Ask the admins at your firm who changed your number, and why.</p>
  return (
    <>
      <p>
        Someone knows your password. Reset it, and choose one you use nowhere else. Then tell an admin at your
        firm.
      </p>
      <MethodOn href="/forgot-password">Reset your password</MethodOn>
    </>
  )
}

function ForAdmin({ name, isLost }: { name: string; isLost: boolean }) {
  return (
    <>
      <p>
        {isLost
          ? `Someone knows ${name}'s password. Call ${name}, who must reset it and choose one that is used nowhere else.`
          : `Call ${name}, and ask the other admins who entered the number.`}
      </p>
      <MethodOn href="/admin/employees">Go to Manage Employees</MethodOn>
    </>
  )
}
