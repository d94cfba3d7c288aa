import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { ChangePasswordForm } from './change-password-form'

/** Where sign-in takes a second factor, changing the password takes a recent one. */
export function OwnPassword({ email, needsStepUp }: { email: string; needsStepUp: boolean }) {
  return (
    <Card title="Password">
      {needsStepUp ? (
        <div className="grid justify-items-start gap-4">
          <p>To change your password, first confirm it's you. You then have ten minutes.</p>
          <ButtonLink href="/step-up?next=%2Faccount%2Fsecurity">Confirm and change password</ButtonLink>
        </div>
      ) : (
        <ChangePasswordForm email={email} />
      )}
    </Card>
  )
}
