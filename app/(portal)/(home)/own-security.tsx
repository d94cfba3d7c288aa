import { secondStepWords } from '@/app/second-factor/words'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import type { Standing } from '@/lib/account/queries'
import { isAsked, methodsSentence, ownSecondFactor } from '@/lib/account/rules'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { codesPerSet } from '@/lib/sign-in-methods/recovery-codes/rules'
import { MethodsReminder } from './methods-reminder'

/** The person's own sign-in methods in a few lines. The whole is on *Account security*. */
export function OwnSecurity({ standing }: { standing: Standing }) {
  const { tone, icon, word, sentence } = secondStepWords(standing)
  const { recoveryCodesLeft } = standing.methods.own
  const [held] = standing.cases

  return (
    <Card
      title="Your two-factor authentication"
      action={
        <Status tone={tone} icon={icon}>
          {word}
        </Status>
      }
    >
      <div className="grid gap-4">
        <p>
          {sentence}
          {ownSecondFactor(standing) === 'on' && ` ${methodsSentence(standing)}`}
        </p>
        <MethodsReminder standing={standing} />
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
            A change to the number {maskMobileNumber(held.requestedNumber)} is pending. It takes effect when
            you confirm it with the link we emailed you, or on <UtcTime at={held.waitsUntil} />. Not you? Use
            the link in the same email to cancel it.
          </p>
        )}
      </div>
    </Card>
  )
}
