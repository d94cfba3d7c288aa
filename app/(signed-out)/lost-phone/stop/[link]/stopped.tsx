import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { watchDays } from '@/lib/cases/rules'
import { HelpLink } from '../../../help-link'
import { firstName, isPerson, nameOf, type StopLink } from './find-stop-link'
import { MethodOn } from './next-step'

/** What happened, and what to do now. The link shows it again however often it is opened. */
export function Stopped({ notification }: { notification: StopLink }) {
  const isLost = notification.case.kind === 'lost_phone'
  return (
    <SignedOutShell title={`${nameOf(notification)} is stopped`} otherMethods={<HelpLink to="stop" />}>
      <Alert tone="ok" role="status" title="Closed for good">
        <p>
          The {isLost ? 'old phone' : 'old number'} stays on the account. The firm’s admins are told, and for{' '}
          {watchDays} days every new request is checked more strictly.
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

/** Who asked for a new phone knew the password; who changed a number was an admin, or sat at an admin's place. */
function ForPerson({ isLost }: { isLost: boolean }) {
  if (!isLost) return <p>Ask the admins of your firm who has changed your number, and why.</p>
  return (
    <>
      <p>
        Whoever asked knew your password. Choose a new one, used nowhere else. Then tell an admin of your
        firm.
      </p>
      <MethodOn href="/forgot-password">Choose a new password</MethodOn>
    </>
  )
}

function ForAdmin({ name, isLost }: { name: string; isLost: boolean }) {
  return (
    <>
      <p>
        {isLost
          ? `Whoever asked knew the password of ${name}. Call ${name}: a new password is needed, used nowhere else.`
          : `Call ${name}, and ask your fellow admins who has recorded the number.`}
      </p>
      <MethodOn href="/admin/employees">Go to Manage Employees</MethodOn>
    </>
  )
}
