import { Card } from '@/components/ui/card'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import type { Standing } from '@/lib/account/queries'
import { type OwnSecondStep, ownSecondStep } from '@/lib/account/rules'
import { maskMobileNumber } from '@/lib/mobile-number'

export function OwnSecurity({ standing }: { standing: Standing }) {
  const { tone, icon, word, sentence } = words[ownSecondStep(standing)]
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
      <p>{sentence}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 border-t border-border pt-4">
        <dt className="text-text-muted">Mobile phone number</dt>
        <dd>{standing.mobileNumber ? maskMobileNumber(standing.mobileNumber) : 'none on file'}</dd>
        <dt className="text-text-muted">Asked at sign-in</dt>
        <dd>{standing.firm.requiresSecondFactor ? 'always' : 'not yet'}</dd>
      </dl>
      {held?.requestedNumber && held.waitsUntil && (
        <p className="mt-4 border-t border-border pt-4">
          A new number {maskMobileNumber(held.requestedNumber)} is waiting. It starts to work once you confirm
          it with the link in the mail, at the latest <UtcTime at={held.waitsUntil} />. Not you? The same mail
          has <em>Stop this request</em>.
        </p>
      )}
    </Card>
  )
}

type Words = { tone: Tone | 'neutral'; icon: IconName; word: string; sentence: string }

const words: Record<OwnSecondStep, Words> = {
  on: {
    tone: 'ok',
    icon: 'shield-check',
    word: 'On',
    sentence: 'After your password you approve a OneTouch alert on your phone, or type a token.',
  },
  reset: {
    tone: 'warn',
    icon: 'smartphone',
    word: 'To be set up',
    sentence: 'Your second step was reset. Set up your phone with the link that was mailed to you.',
  },
  'being-set-up': {
    tone: 'info',
    icon: 'clock',
    word: 'Being set up',
    sentence: 'Your number is being registered for OneTouch alerts and tokens. This takes a few moments.',
  },
  'number-refused': {
    tone: 'danger',
    icon: 'shield-exclamation-point',
    word: 'Number refused',
    sentence: 'Your number was refused for alerts and tokens. Ask an admin of your firm to correct it.',
  },
  'no-number': {
    tone: 'warn',
    icon: 'phone',
    word: 'No number',
    sentence:
      'Ask an admin of your firm to record your mobile number, so that you are ready for the second step.',
  },
  'number-on-file': {
    tone: 'neutral',
    icon: 'shield',
    word: 'Off',
    sentence: 'Your firm asks for your password only. Your number is on file for the day it asks for more.',
  },
}
