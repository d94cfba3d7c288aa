import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'

/** `mustConfirm`: then the file is a step away, and the confirmation leads back here. */
export function OwnData({ needsStepUp }: { needsStepUp: boolean }) {
  return (
    <Card title="Your data">
      <div className="grid justify-items-start gap-4">
        <p>
          Everything the portal keeps about you in one file: your details, ways in, sessions, notices and what
          was done by you and to your account. Passwords and secrets are not in it.
        </p>
        {needsStepUp ? (
          <ButtonLink href="/step-up?next=%2Faccount%2Fsecurity">Confirm and download</ButtonLink>
        ) : (
          <a href="/account/security/data" download className="button button-secondary">
            Download my data
          </a>
        )}
      </div>
    </Card>
  )
}
