import { secondStepWords } from '@/app/second-factor/words'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import type { Standing } from '@/lib/account/queries'
import { isAsked, methodsSentence, ownSecondFactor } from '@/lib/account/rules'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { codesPerSet } from '@/lib/sign-in-methods/recovery-codes/rules'
import { MethodsReminder } from './methods-reminder'

/** The own second step in a few lines; all of it is on the page *Security*. */
export function OwnSecurity({ standing }: { standing: Standing }) {
  const { tone, icon, word, sentence } = secondStepWords(standing)
  const { recoveryCodesLeft } = standing.methods.own
  const [held] = standing.cases

  return (
    <Card
      title="Your second step"
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
          <dt className="text-text-muted">Asked at sign-in</dt>
          <dd>{isAsked(standing) ? 'always' : 'not yet'}</dd>
        </dl>
        {held?.requestedNumber && held.waitsUntil && (
          <p className="border-t border-border pt-4">
            A new number {maskMobileNumber(held.requestedNumber)} is waiting. It starts to work once you
            confirm it with the link in the mail, at the latest <UtcTime at={held.waitsUntil} />. Not you? The
            same mail has <em>Stop this request</em>.
          </p>
        )}
      </div>
    </Card>
  )
}
