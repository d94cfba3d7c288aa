import { Alert } from '@/components/ui/alert'
import { CountdownRing } from '@/components/ui/countdown-ring'
import type { SecondStep } from '@/lib/sign-in/second-step'
import { pushSeconds } from '@/lib/sign-in-methods/push/rules'
import { FinishPushForm } from './finish-push-form'
import { PushAgainForm } from './push-again-form'
import { PushWatch } from './push-watch'

type Push = NonNullable<SecondStep['push']>

type PushPanelProps = {
  push: SecondStep['push']
  phone: string | null
  /** Where a push is the first way, its absence is explained. */
  isFirst: boolean
  /** Whether one more may be sent. */
  isOffered: boolean
  trustDays: number
}

/** The push beside the token field: none yet, waiting, approved, or what became of it and the way on. */
export function PushPanel({ push, phone, isFirst, isOffered, trustDays }: PushPanelProps) {
  if (!push) {
    return (
      <section aria-label="OneTouch" className="grid gap-3">
        {isFirst && (
          <Alert tone="info" title="No request was sent to your phone">
            <p>Send one now, or type a token instead.</p>
          </Alert>
        )}
        <PushAgainForm label="Send a request to my phone" />
      </section>
    )
  }
  if (push.status === 'sending' || push.status === 'pending' || push.status === 'approved') {
    const isApproved = push.status === 'approved'
    return (
      <section aria-label="OneTouch" className="grid gap-3">
        {isApproved ? (
          <Alert tone="ok" title="Approved on your phone" role="status" />
        ) : (
          <Waiting push={push} phone={phone} />
        )}
        {(isApproved || push.isTyped) && (
          <FinishPushForm
            isTyped={push.isTyped}
            finishesByItself={isApproved && !push.isTyped}
            trustDays={trustDays}
          />
        )}
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

function Waiting({ push, phone }: { push: Push; phone: string | null }) {
  return (
    <div className="flex items-center gap-4">
      <div className="shrink-0">
        <CountdownRing seconds={pushSeconds} secondsLeft={push.secondsLeft}>
          {push.matchNumber}
        </CountdownRing>
      </div>
      <div className="grid gap-1.5">
        <p className="font-medium">Approve the OneTouch request we sent to your phone</p>
        <p className="text-sm text-text-muted">
          {phone && `Phone ${phone}. `}Its number must be {push.matchNumber}.
        </p>
        <PushWatch status={push.status} />
      </div>
    </div>
  )
}

type Ending = { title: string; nextStep: string; help?: { href: string; label: string } }

const noAlert = {
  href: '/help/two-factor-authentication#when-an-alert-does-not-arrive',
  label: 'When an alert does not arrive',
}

const endings: Record<Exclude<Push['status'], 'sending' | 'pending' | 'approved'>, Ending> = {
  denied: {
    title: 'This request was denied on your phone',
    nextStep:
      'If you did not sign in, somebody knows your password: set a new one. By mistake? Go on with another way.',
    help: {
      href: '/help/two-factor-authentication#an-alert-you-did-not-expect',
      label: 'When an alert was not yours',
    },
  },
  expired: {
    title: 'The request was not answered in time',
    nextStep: 'Send a new one, or type a token.',
    help: noAlert,
  },
  failed: {
    title: 'The request could not reach your phone',
    nextStep: 'Type a token instead, or send a new request.',
    help: noAlert,
  },
  superseded: {
    title: 'A newer request took its place',
    nextStep: 'Only the newest request counts. Send a new one from here, or type a token.',
  },
}
