import { Alert } from '@/components/ui/alert'
import type { Method } from '@/lib/access/methods'
import type { LatestPush } from '@/lib/sign-in-methods/push/queries'
import { CodeSteps, NothingArrived, Swipe } from './open-push'
import { PushAgainForm } from './push-again-form'
import { PushWatch } from './push-watch'

type PushPanelProps = {
  push: LatestPush | null
  phone: string | null
  /** What else can be used now; with push, another alert may be sent. */
  methods: Method[]
  trustDays: number
}

/** The push beside the token field: none yet, waiting, approved, or how it ended and what to do next. */
export function PushPanel({ push, phone, methods, trustDays }: PushPanelProps) {
  if (!push) {
    return (
      <section aria-label="OneTouch" className="grid gap-3">
        <Alert tone="info" title="We didn't send a OneTouch alert">
          <p>Send one now, or enter a token.</p>
        </Alert>
        <PushAgainForm label="Send a OneTouch alert" />
      </section>
    )
  }
  if (push.status === 'sending' || push.status === 'pending' || push.status === 'approved') {
    const isTyped = push.codeReason !== null
    return (
      <section aria-label="OneTouch" className="grid gap-3">
        <PushWatch
          key={push.pushId}
          status={push.status}
          isTyped={isTyped}
          trustDays={trustDays}
          approved={
            <Alert tone="ok" title="Approved on your phone" role="status">
              {isTyped && <p>Now enter the code that the alert shows.</p>}
            </Alert>
          }
        >
          {push.codeReason ? (
            <CodeSteps push={push} why={push.codeReason} phone={phone} />
          ) : (
            <Swipe push={push} phone={phone} />
          )}
          <NothingArrived secondsLeft={push.secondsLeft} methods={methods} />
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
      {methods.includes('push') && <PushAgainForm />}
    </section>
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
    nextStep: 'Approve alerts within two minutes, or use another method.',
    help: noAlert,
  },
  failed: {
    title: "The OneTouch alert didn't reach your phone",
    nextStep: 'Use another method.',
    help: noAlert,
  },
  superseded: {
    title: 'A newer OneTouch alert replaced this one',
    nextStep: 'Only the newest alert counts.',
  },
}
