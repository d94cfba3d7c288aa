import { CountdownRing } from '@/components/ui/countdown-ring'
import type { Method } from '@/lib/access/methods'
import type { LatestPush } from '@/lib/sign-in-methods/push/queries'
import { type CodeReason, pushSeconds } from '@/lib/sign-in-methods/push/rules'
import './open-push.css'

/** A swipe on the phone completes the sign-in. */
export function Swipe({ push, phone }: { push: LatestPush; phone: string | null }) {
  return (
    <div className="flex items-center gap-4">
      <CountdownRing seconds={pushSeconds} secondsLeft={push.secondsLeft}>
        {push.matchNumber}
      </CountdownRing>
      <div className="grid gap-1">
        <p className="font-medium">Approve the OneTouch alert we sent to your phone</p>
        <p className="text-sm text-text-muted">
          {phone && `Phone ${phone}. `}Check that your phone shows {push.matchNumber}.
        </p>
        <p role="status" className="text-sm text-text-muted">
          {push.status === 'sending' ? sending : 'Waiting for approval. This page updates automatically.'}
        </p>
      </div>
    </div>
  )
}

type CodeStepsProps = { push: LatestPush; why: CodeReason; phone: string | null }

/** An approval counts with the code that the alert shows: why, and how. */
export function CodeSteps({ push, why, phone }: CodeStepsProps) {
  return (
    <div className="grid gap-1">
      <p className="font-medium">Use the code in the OneTouch alert</p>
      <p className="text-sm text-text-muted">{reasons[why]}</p>
      <ol className="list-decimal pl-5 text-sm">
        <li>
          On your phone{phone && ` ${phone}`}, open alert{' '}
          <strong className="font-semibold tabular-nums">{push.matchNumber}</strong> and read the code.
        </li>
        <li>Approve it, then enter the code here.</li>
      </ol>
      <p role="status" className="sr-only">
        {push.status === 'sending' && sending}
      </p>
    </div>
  )
}

const sending = 'Sending the alert…'

const reasons: Record<CodeReason, string> = {
  firm: 'Your firm requires the code with every alert.',
  'new-browser': "You haven't signed in with this browser before, so approving isn't enough.",
  'new-network': "You haven't signed in from this network before, so approving isn't enough.",
  'denied-lately': "You denied an alert in the last 30 days, so approving one isn't enough.",
}

type NothingArrivedProps = { secondsLeft: number; methods: Method[] }

/** Shown ten seconds after the alert was sent. */
export function NothingArrived({ secondsLeft, methods }: NothingArrivedProps) {
  const others = methods.flatMap((method) => words[method] ?? [])
  const isFresh = secondsLeft > pushSeconds - 10
  return (
    <p className={isFresh ? 'after-ten-seconds text-sm text-text-muted' : 'text-sm text-text-muted'}>
      Didn't get it?{' '}
      {others.length > 0 && `Use ${new Intl.ListFormat('en', { type: 'disjunction' }).format(others)}. `}
      <a href="/help/two-factor-authentication#when-an-alert-does-not-arrive" className="text-link">
        Get help
      </a>
    </p>
  )
}

const words: Partial<Record<Method, string>> = {
  passkey: 'a passkey',
  app: 'a token from your app',
  text: 'a text',
  'recovery-code': 'a recovery code',
}
