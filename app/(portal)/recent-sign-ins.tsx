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
              </p>
            </div>
            {signIn.action !== 'sign-in.finished' && (
              <Status tone="danger" icon="shield-exclamation-point">
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
