import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { isToDecide } from '@/lib/cases/rules'
import { caseId as knownId } from '@/lib/cases/schema'
import { getCase, getProofFacts, listCaseMessages } from '@/lib/cases/support/get-case'
import {
  listEarlierCases,
  listFirmAdmins,
  listHabits,
  listNetworkCases,
} from '@/lib/cases/support/person-facts'
import { requirePermission } from '@/lib/session/guards'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { ResultAlert } from '../result-alert'
import { caseFlashes, caseName } from '../sentences'
import { Account } from './account'
import { Asked } from './asked'
import { Notifications } from './case-mails'
import { Standing } from './case-status'
import { Decision } from './decision'
import { Evidence } from './evidence'
import { Firm } from './firm'
import { History } from './history'
import { OtherCases } from './other-cases'
import { PhoneScript } from './phone-script'
import { Risks } from './risks'
import { WhereFrom } from './where-from'

export const metadata: Metadata = { title: 'Phone reset request' }

export default async function CasePage({ params, searchParams }: PageProps<'/support/cases/[caseId]'>) {
  const actor = await requirePermission('cases.handle')
  const id = knownId.safeParse((await params).caseId)
  const found = id.success ? await getCase(actor, id.data) : null
  if (!found) notFound()

  const isUndecided = isToDecide(found.state)
  const { vendorUserId } = found.employee
  const [query, facts, notifications, habits, earlier, sameNetwork, admins, methods, devices] =
    await Promise.all([
      searchParams,
      getProofFacts(found),
      listCaseMessages(found),
      listHabits(found),
      listEarlierCases(found),
      listNetworkCases(actor, found),
      listFirmAdmins(found),
      findMethods(found.employeeId),
      isUndecided && vendorUserId ? provider.listDevices(vendorUserId) : null,
    ])
  const canWork = isUndecided && found.ownerId === actor.employeeId
  const now = new Date()

  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Phone reset requests', href: '/support/cases' }]}
        title={<span className="wrap-anywhere">Phone reset for {found.employee.name}</span>}
        about={<span className="wrap-anywhere">{`${caseName(found)}, ${found.employee.firm.name}`}</span>}
      />
      <ResultAlert flashes={caseFlashes} />
      {devices && !devices.ok && (
        <Alert tone="warn" title="The vendor didn't respond" className="mb-4">
          <p>We can't tell which devices still work. If you approve now, the full security hold applies.</p>
        </Alert>
      )}
      <Standing found={found} actor={actor} now={now} />
      <div className="grid items-start gap-6 wrap-anywhere lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="grid min-w-0 gap-6">
          <Risks risks={found.risks} />
          <Asked found={found} isRevealed={query.reveal === 'number'} />
          <WhereFrom found={found} habits={habits} />
          <Account found={found} devices={devices} own={methods?.own ?? null} now={now} />
          <Firm found={found} admins={admins} canCallBack={facts.canCallBack} />
          <OtherCases earlier={earlier} sameNetwork={sameNetwork} />
          <Notifications notifications={notifications} />
        </div>
        <div className="grid min-w-0 gap-6 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:-m-1 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:overscroll-contain lg:p-1">
          <Evidence found={found} facts={facts} admins={admins} canWork={canWork} />
          {canWork && (
            <Decision
              found={found}
              facts={facts}
              notifications={notifications}
              devices={devices?.ok ? devices.value.length : null}
            />
          )}
        </div>
        <div className="grid min-w-0 gap-6">
          {isUndecided && <PhoneScript />}
          <History events={found.events} />
        </div>
      </div>
    </Page>
  )
}
