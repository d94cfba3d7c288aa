import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { listFirmCases } from '@/lib/cases/firm/list-firm-cases'
import { listRecoveryRequests } from '@/lib/employees/recovery/list-requests'
import { requirePermission } from '@/lib/session/guards'
import { ClosedRequests } from './closed-requests'
import { DoneAlert } from './done-alert'
import { OpenCase } from './open-case'
import { PassesToShow } from './passes-to-show'
import { RecoveryRequest } from './recovery-request'

export const metadata: Metadata = { title: 'Requests' }

export default async function RequestsPage() {
  const actor = await requirePermission('requests.answer')
  const [cases, help] = await Promise.all([listFirmCases(actor), listRecoveryRequests(actor)])
  const asked = help.filter(({ state }) => state === 'open')
  const oneTimePasses = help.filter(
    ({ state, askedBy }) => state === 'confirmed' && askedBy === actor.employeeId,
  )
  const closedRecovery = help.filter(({ state }) => state !== 'open' && state !== 'confirmed')
  const hasOpen = asked.length + oneTimePasses.length + cases.open.length > 0

  return (
    <Page narrow>
      <PageHeader
        title="Requests"
        about="Lost phones, number changes and recovery requests for admins. Support decides about lost phones; your confirmation helps."
      />
      <div className="grid gap-6">
        <DoneAlert />
        <PassesToShow oneTimePasses={oneTimePasses.map(({ id, name }) => ({ id, name }))} />
        {!hasOpen && (
          <EmptyState icon="circle-check" title="No open requests">
            When someone in your firm loses a phone or gets a new number, the request appears here and we
            email you.
          </EmptyState>
        )}
        {asked.map((request) => (
          <RecoveryRequest key={request.id} request={request} ownId={actor.employeeId} />
        ))}
        {cases.open.map((about) => (
          <OpenCase key={about.id} about={about} isOwn={about.employeeId === actor.employeeId} />
        ))}
        {cases.closed.length + closedRecovery.length > 0 && (
          <section aria-labelledby="closed" className="grid gap-3">
            <h2 id="closed" className="text-base">
              Closed
            </h2>
            <ClosedRequests cases={cases.closed} help={closedRecovery} />
          </section>
        )}
      </div>
    </Page>
  )
}
