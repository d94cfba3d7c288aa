import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
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
                <span className="text-text-muted"> from {signIn.place ?? 'an unknown place'}</span>
              </p>
              <p className="text-text-muted">
                <UtcTime at={signIn.at} />
                {isSuccess(signIn) && proofWords(signIn.method)}
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
        Something here was not you?{' '}
        <a href="/help/two-factor-authentication#an-alert-you-did-not-expect" className="text-link">
          What to do now
        </a>
      </p>
    </Card>
  )
}

function isSuccess({ action }: OwnSignIn): boolean {
  return action === 'sign-in.finished'
}

function proofWords(method: string | null): string {
  return method && Object.hasOwn(words, method) ? `, ${words[method]}` : ''
}

const words: Record<string, string> = {
  password: 'by password alone',
  trusted: 'by password in a remembered browser',
  push: 'with OneTouch',
  text: 'with a texted token',
  app: 'with a token from an app',
  token: 'with a token',
  passkey: 'with a passkey',
  'recovery-code': 'with a recovery code',
}
