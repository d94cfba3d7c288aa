import { StandingCard } from '@/app/second-factor/standing-card'
import { Time } from '@/components/time'
import type { Standing } from '@/lib/account/queries'
import { isAsked } from '@/lib/account/rules'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { codesPerSet } from '@/lib/sign-in-methods/recovery-codes/rules'

/** The person's own sign-in methods in a few lines. The whole is on *Account security*. */
export function OwnSecurity({ standing }: { standing: Standing }) {
  const { recoveryCodesLeft } = standing.methods.own
  const [held] = standing.cases

  return (
    <StandingCard title="Your two-factor authentication" standing={standing}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 border-t border-border pt-4">
        <dt className="text-text-muted">Mobile phone number</dt>
        <dd>{standing.mobileNumber ? maskMobileNumber(standing.mobileNumber) : 'none on file'}</dd>
        <dt className="text-text-muted">Recovery codes</dt>
        <dd>{recoveryCodesLeft > 0 ? `${recoveryCodesLeft} of ${codesPerSet} left` : 'none'}</dd>
        <dt className="text-text-muted">Required at sign-in</dt>
        <dd>{isAsked(standing) ? 'yes' : 'no'}</dd>
      </dl>
      {held?.requestedNumber && held.waitsUntil && (
        <p className="border-t border-border pt-4">
          A change to the number {maskMobileNumber(held.requestedNumber)} is pending. It takes effect when you
          confirm it with the link we emailed you, or on <Time at={held.waitsUntil} />. Not you? Use the link
          in the same email to cancel it.
        </p>
      )}
    </StandingCard>
  )
}
