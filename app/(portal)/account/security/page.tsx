import type { Metadata } from 'next'
import { RecentSignIns } from '@/app/(portal)/(home)/recent-sign-ins'
import { Notice } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { UtcTime } from '@/components/utc-time'
import { getStanding, listSessions } from '@/lib/account/queries'
import { isAsked } from '@/lib/account/rules'
import { listOwnSignIns } from '@/lib/audit/queries'
import { binderOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { hasFreshProof } from '@/lib/session/sessions'
import { listOwnWays } from '@/lib/sign-in-methods/list-own-methods'
import { getRememberDays, listRememberedBrowsers } from '@/lib/sign-in-methods/trusted-browsers/queries'
import { DoneNotice } from './done-alert'
import { OwnData } from './own-data'
import { OwnWays } from './own-methods'
import { OwnPassword } from './own-password'
import { OwnSessions } from './own-sessions'
import { OwnBrowsers } from './trusted-browsers'

export const metadata: Metadata = { title: 'Security' }

export default async function SecurityPage({ searchParams }: PageProps<'/account/security'>) {
  const actor = await requirePermission('account.manage')
  const [standing, ways, sessions, browsers, rememberDays, signIns, binder, params] = await Promise.all([
    getStanding(actor),
    listOwnWays(actor),
    listSessions(actor),
    listRememberedBrowsers(actor),
    getRememberDays(actor),
    listOwnSignIns(actor, 15),
    binderOf(actor),
    searchParams,
  ])

  return (
    <Page narrow>
      <PageHeader title="Security" about="Your ways in, your password, and where you are signed in." />
      <div className="grid gap-6">
        <DoneNotice done={params.done} />
        {standing.watchedUntil && standing.watchedUntil > new Date() && (
          <Notice tone="warn" title="Your account is being watched">
            <p>
              A request in your name was stopped. Until <UtcTime at={standing.watchedUntil} /> a new request
              for your account is checked with special care. If it was not you who asked, change your
              password.
            </p>
          </Notice>
        )}
        <OwnWays standing={standing} ways={ways} />
        <OwnPassword email={actor.email} mustConfirm={isAsked(standing) && !hasFreshProof(actor)} />
        <OwnSessions sessions={sessions} />
        <OwnBrowsers browsers={browsers} days={rememberDays} />
        <RecentSignIns signIns={signIns} />
        <OwnData mustConfirm={!binder.ok} />
      </div>
    </Page>
  )
}
