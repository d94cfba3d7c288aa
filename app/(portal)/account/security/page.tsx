import type { Metadata } from 'next'
import { RecentSignIns } from '@/app/(portal)/(home)/recent-sign-ins'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { getStanding, listSessions } from '@/lib/account/queries'
import { isAsked } from '@/lib/account/rules'
import { listOwnSignIns } from '@/lib/audit/queries'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { hasFreshProof } from '@/lib/session/sessions'
import { listOwnMethods } from '@/lib/sign-in-methods/list-own-methods'
import { getTrustDays, listTrustedBrowsers } from '@/lib/sign-in-methods/trusted-browsers/queries'
import { DoneAlert } from './done-alert'
import { OwnData } from './own-data'
import { OwnMethods } from './own-methods'
import { OwnPassword } from './own-password'
import { OwnSessions } from './own-sessions'
import { OwnBrowsers } from './trusted-browsers'

export const metadata: Metadata = { title: 'Account security' }

export default async function SecurityPage() {
  const actor = await requirePermission('account.manage')
  const [standing, methods, sessions, browsers, trustDays, signIns, freshActor] = await Promise.all([
    getStanding(actor),
    listOwnMethods(actor),
    listSessions(actor),
    listTrustedBrowsers(actor),
    getTrustDays(actor),
    listOwnSignIns(actor, 15),
    freshActorOf(actor),
  ])

  return (
    <Page narrow>
      <PageHeader
        title="Account security"
        about="Your sign-in methods, your password, and where you're signed in."
      />
      <div className="grid gap-6">
        <DoneAlert />
        {standing.watchedUntil && standing.watchedUntil > new Date() && (
          <Alert tone="warn" title="Extra checks on your account">
            <p>
              A request for your account was canceled as suspicious. Until <Time at={standing.watchedUntil} />
              , new requests get extra checks. If you didn't make the request, change your password.
            </p>
          </Alert>
        )}
        <OwnMethods standing={standing} methods={methods} />
        <OwnPassword email={actor.email} needsStepUp={isAsked(standing) && !hasFreshProof(actor)} />
        <OwnSessions sessions={sessions} />
        <OwnBrowsers browsers={browsers} days={trustDays} />
        <RecentSignIns signIns={signIns} />
        <OwnData needsStepUp={!freshActor.ok} />
      </div>
    </Page>
  )
}
