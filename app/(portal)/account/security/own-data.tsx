import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'

/** `mustConfirm`: a step-up comes before the download, and returns here. */
export function OwnData({ needsStepUp }: { needsStepUp: boolean }) {
  return (
    <Card title="Your data">
      <div className="grid justify-items-start gap-4">
        <p>
          Download everything the portal stores about you: your details, sign-in methods, sessions,
          notifications and activity. Passwords and secrets aren't included.
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
