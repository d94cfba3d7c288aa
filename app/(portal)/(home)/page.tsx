import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { can } from '@/lib/access/policy'
import { getStanding } from '@/lib/account/queries'
import { listOwnSignIns } from '@/lib/audit/queries'
import { countCases } from '@/lib/cases/support/queue'
import { requirePermission } from '@/lib/session/guards'
import { HelpLinks } from './help-links'
import { OpenRequests } from './open-requests'
import { OwnSecurity } from './own-security'
import { RecentSignIns } from './recent-sign-ins'
import { TwoFactorPanel } from './two-factor-panel'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage() {
  const actor = await requirePermission('portal.use')
  const [standing, signIns, counts] = await Promise.all([
    getStanding(actor),
    listOwnSignIns(actor, 5),
    can(actor, 'cases.handle') ? countCases(actor) : null,
  ])

  return (
    <Page>
      <PageHeader
        title={`Hello, ${actor.name}`}
        about={actor.firmName}
        action={<ButtonLink href="/account/security">Account security</ButtonLink>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          {counts && <OpenRequests counts={counts} />}
          <OwnSecurity standing={standing} />
          {actor.role === 'admin' && <TwoFactorPanel firm={standing.firm} />}
        </div>
        <div className="grid gap-6">
          <RecentSignIns signIns={signIns} />
          <HelpLinks role={actor.role} />
        </div>
      </div>
    </Page>
  )
}
