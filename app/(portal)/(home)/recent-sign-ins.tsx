import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { secondFactorWords } from '@/lib/access/second-factor-words'
import type { OwnSignIn } from '@/lib/audit/queries'
import { auditSentence } from '@/lib/audit/sentences'

export function RecentSignIns({ signIns }: { signIns: OwnSignIn[] }) {
  return (
    <Card title="Your recent sign-ins">
      {signIns.length === 0 && <p className="text-text-muted">None yet.</p>}
      <ul className="grid divide-y divide-border">
        {signIns.map((signIn) => (
          <li
            key={signIn.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 grow">
              <p>
                {signIn.browser ?? 'Unknown browser'}
                <span className="text-text-muted"> from {signIn.place ?? 'an unknown location'}</span>
              </p>
              <p className="text-text-muted">
                <Time at={signIn.at} />
                {isSuccess(signIn) && methodOf(signIn.method)}
              </p>
            </div>
            {!isSuccess(signIn) && (
              <Status
                tone={signIn.action === 'sign-in.method-below-minimum' ? 'warn' : 'danger'}
                icon="shield-exclamation-point"
              >
                {auditSentence(signIn.action)}
              </Status>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4 border-t border-border pt-4 text-text-muted">
        Don't recognize something?{' '}
        <a href="/help/two-factor-authentication#an-alert-you-did-not-expect" className="text-link">
          Secure your account
        </a>
      </p>
    </Card>
  )
}

function isSuccess({ action }: OwnSignIn): boolean {
  return action === 'sign-in.finished'
}

function methodOf(recorded: string | null): string {
  const words = recorded && secondFactorWords(recorded)
  return words ? `, ${words}` : ''
}
