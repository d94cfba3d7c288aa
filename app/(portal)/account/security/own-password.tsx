import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { ChangePasswordForm } from './change-password-form'

/** Where a second step is asked at sign-in, a recent one is needed before the password can change. */
export function OwnPassword({ email, needsStepUp }: { email: string; needsStepUp: boolean }) {
  return (
    <Card title="Password">
      {needsStepUp ? (
        <div className="grid justify-items-start gap-4">
          <p>To change your password, first confirm that it is you. The confirmation lasts ten minutes.</p>
          <ButtonLink href="/step-up?next=%2Faccount%2Fsecurity">Confirm and change password</ButtonLink>
        </div>
      ) : (
        <ChangePasswordForm email={email} />
      )}
    </Card>
  )
}
