import { Alert } from '@/components/ui/alert'
import { CountdownRing } from '@/components/ui/countdown-ring'
import type { LatestPush } from '@/lib/sign-in-methods/push/queries'
import { pushSeconds } from '@/lib/sign-in-methods/push/rules'
import { PushAgainForm } from './push-again-form'
import { PushProgress, PushWatch } from './push-watch'

type PushPanelProps = {
  push: LatestPush | null
  phone: string | null
  /** Where push is the first method, its absence is explained. */
  isFirst: boolean
  /** Whether one more may be sent. */
  isOffered: boolean
  trustDays: number
}

/** The push beside the token field: none yet, waiting, approved, or how it ended and what to do next. */
export function PushPanel({ push, phone, isFirst, isOffered, trustDays }: PushPanelProps) {
  if (!push) {
    return (
      <section aria-label="OneTouch" className="grid gap-3">
        {isFirst && (
          <Alert tone="info" title="We didn't send a OneTouch alert">
            <p>Send one now, or enter a token.</p>
          </Alert>
        )}
        <PushAgainForm label="Send a OneTouch alert" />
      </section>
    )
  }
  if (push.status === 'sending' || push.status === 'pending' || push.status === 'approved') {
    return (
      <section aria-label="OneTouch" className="grid gap-3">
        <PushWatch
          key={push.pushId}
          status={push.status}
          isTyped={push.isTyped}
          trustDays={trustDays}
          approved={<Alert tone="ok" title="Approved on your phone" role="status" />}
        >
          <Waiting push={push} phone={phone} />
        </PushWatch>
      </section>
    )
  }
  const { title, nextStep, help } = endings[push.status]
  return (
    <section aria-label="OneTouch" className="grid gap-3">
      <Alert tone={push.status === 'denied' ? 'danger' : 'warn'} title={title} role="alert">
        <p>{nextStep}</p>
        {help && (
          <a href={help.href} className="text-link">
            {help.label}
          </a>
        )}
      </Alert>
      {isOffered && <PushAgainForm />}
    </section>
  )
}

function Waiting({ push, phone }: { push: LatestPush; phone: string | null }) {
  return (
    <div className="flex items-center gap-4">
      <div className="shrink-0">
        <CountdownRing seconds={pushSeconds} secondsLeft={push.secondsLeft}>
          {push.matchNumber}
        </CountdownRing>
      </div>
      <div className="grid gap-1.5">
        <p className="font-medium">Approve the OneTouch alert we sent to your phone</p>
        <p className="text-sm text-text-muted">
          {phone && `Phone ${phone}. `}Check that your phone shows {push.matchNumber}.
        </p>
        <PushProgress status={push.status} />
      </div>
    </div>
  )
}

type Ending = { title: string; nextStep: string; help?: { href: string; label: string } }

const noAlert = {
  href: '/help/two-factor-authentication#when-an-alert-does-not-arrive',
  label: "Alert didn't arrive?",
}

const endings: Record<Exclude<LatestPush['status'], 'sending' | 'pending' | 'approved'>, Ending> = {
  denied: {
    title: 'The OneTouch alert was denied on your phone',
    nextStep:
      "If you weren't signing in, someone knows your password: reset it. Denied by mistake? Use another method.",
    help: {
      href: '/help/two-factor-authentication#an-alert-you-did-not-expect',
      label: "Didn't expect an alert?",
    },
  },
  expired: {
    title: 'The OneTouch alert expired',
    nextStep: 'Send another one, or enter a token.',
    help: noAlert,
  },
  failed: {
    title: "The OneTouch alert didn't reach your phone",
    nextStep: 'Enter a token, or send another alert.',
    help: noAlert,
  },
  superseded: {
    title: 'A newer OneTouch alert replaced this one',
    nextStep: 'Only the newest alert counts. Send another one from here, or enter a token.',
  },
}
