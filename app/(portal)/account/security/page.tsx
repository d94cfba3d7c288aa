import type { Metadata } from 'next'
import { OwnSecurity } from '@/app/(portal)/own-security'
import { RecentSignIns } from '@/app/(portal)/recent-sign-ins'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { UtcTime } from '@/components/utc-time'
import { getStanding, listSessions } from '@/lib/account/queries'
import { listOwnSignIns } from '@/lib/audit/queries'
import { requirePermission } from '@/lib/session/guards'
import { hasFreshProof } from '@/lib/session/sessions'
import { OwnPassword } from './own-password'
import { OwnSessions } from './own-sessions'

export const metadata: Metadata = { title: 'Security' }

export default async function SecurityPage({ searchParams }: PageProps<'/account/security'>) {
  const actor = await requirePermission('account.manage')
  const [standing, sessions, signIns, params] = await Promise.all([
    getStanding(actor),
    listSessions(actor),
    listOwnSignIns(actor, 10),
    searchParams,
  ])
  const mustConfirm = standing.firm.requiresSecondFactor && !hasFreshProof(actor)

  return (
    <Page narrow>
      <PageHeader title="Security" about="Your password, your second step, and where you are signed in." />
      <div className="grid gap-6">
        {params.ended === 'one' && (
          <Notice tone="ok" role="status">
            Session ended.
          </Notice>
        )}
        {params.ended === 'others' && (
          <Notice tone="ok" role="status">
            All other sessions have ended.
          </Notice>
        )}
        {standing.watchedUntil && standing.watchedUntil > new Date() && (
          <Notice tone="warn" title="Your account is being watched">
            <p>
              A request in your name was stopped. Until <UtcTime at={standing.watchedUntil} /> a new request
              for your account is checked with special care. If it was not you who asked, change your
              password.
            </p>
          </Notice>
        )}
        <OwnPassword email={actor.email} mustConfirm={mustConfirm} />
        <OwnSecurity standing={standing} />
        <OwnSessions sessions={sessions} />
        <RecentSignIns signIns={signIns} />
      </div>
    </Page>
  )
}
