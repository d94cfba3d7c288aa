import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/ui/alert'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'
import { getMigrationProgress } from '@/lib/vendor-migration/queries'
import type { MigrationPhase } from '@/lib/vendor-migration/rules'
import { firmAddress, type MigrationAct } from '@/lib/vendor-migration/schema'
import { MigrationForm } from '../migration-form'
import { PhaseStatus } from '../phase-status'
import { actWords, doneSentences } from '../sentences'
import { ProgressNumbers } from './progress'
import { RemainingList } from './remaining-list'

export const metadata: Metadata = { title: 'Migrate a firm from Authy' }

/** What can be done in each phase. Starting or finishing again takes the people who could not be migrated before. */
const actsOf: Record<MigrationPhase, MigrationAct[]> = {
  'not-started': ['start'],
  moving: ['finish', 'back', 'start'],
  finished: ['finish', 'start'],
}

export default async function FirmMigrationPage({
  params,
  searchParams,
}: PageProps<'/support/vendors/[firmId]'>) {
  await requirePermission('vendors.migrate')
  const address = firmAddress.safeParse(await params)
  const progress = address.success ? await getMigrationProgress(address.data.firmId) : null
  if (!progress) notFound()
  const { done } = await searchParams
  const { firmId, firmName, phase } = progress

  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: 'Home', href: '/' },
          { label: 'Support' },
          { label: 'Migrate from Authy', href: '/support/vendors' },
        ]}
        title={firmName}
        about="Migration from Authy to Twilio Verify: who was migrated, and who still needs Authy."
        action={
          <a href={`/support/vendors/${firmId}/report.csv`} download className={buttonClass({})}>
            Download CSV
          </a>
        }
      />
      {(done === 'start' || done === 'finish' || done === 'back') && (
        <Alert tone="ok" role="status" className="mb-4">
          <p>{doneSentences[done]}</p>
        </Alert>
      )}
      <Card title="Progress" action={<PhaseStatus phase={phase} />}>
        <ProgressNumbers progress={progress} />
      </Card>
      <RemainingList progress={progress} />
      {actsOf[phase].map((act) => (
        <Card key={act} title={actWords[act].title} className="mt-6">
          <MigrationForm
            firmId={firmId}
            act={act}
            about={actWords[act].about}
            button={actWords[act].button}
          />
        </Card>
      ))}
    </Page>
  )
}
