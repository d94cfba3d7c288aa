import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/ui/alert'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { readFlash } from '@/lib/session/flash'
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

type Acts = { next: MigrationAct; others: MigrationAct[] }

/** The next step of each phase. Starting or finishing again takes the people who could not be migrated before. */
const actsOf: Record<MigrationPhase, Acts> = {
  'not-started': { next: 'start', others: [] },
  moving: { next: 'finish', others: ['start', 'back'] },
  finished: { next: 'finish', others: ['start'] },
}

export default async function FirmMigrationPage({ params }: PageProps<'/support/vendors/[firmId]'>) {
  await requirePermission('vendors.migrate')
  const address = firmAddress.safeParse(await params)
  const progress = address.success ? await getMigrationProgress(address.data.firmId) : null
  if (!progress) notFound()
  const flash = await readFlash(doneSentences)
  const { firmId, firmName, phase } = progress
  const { next, others } = actsOf[phase]

  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Migrate from Authy', href: '/support/vendors' }]}
        title={firmName}
        about="Migration from Authy to Twilio Verify: who was migrated, and who still needs Authy."
        action={
          <a href={`/support/vendors/${firmId}/report.csv`} download className={buttonClass({})}>
            Download CSV
          </a>
        }
      />
      {flash && (
        <Alert tone="ok" role="status" className="mb-4">
          <p>{doneSentences[flash.key]}</p>
        </Alert>
      )}
      <Card title="Progress" action={<PhaseStatus phase={phase} />}>
        <ProgressNumbers progress={progress} />
      </Card>
      <RemainingList progress={progress} />
      <Card title={actWords[next].title} className="mt-6">
        <MigrationForm firmId={firmId} act={next} {...wordsOf(next, phase)} isNext />
      </Card>
      {others.length > 0 && (
        <details className="mt-6">
          <summary className="text-link cursor-pointer">Other actions</summary>
          {others.map((act) => (
            <Card key={act} title={wordsOf(act, phase).button} className="mt-4">
              <MigrationForm firmId={firmId} act={act} {...wordsOf(act, phase)} />
            </Card>
          ))}
        </details>
      )}
    </Page>
  )
}

function wordsOf(act: MigrationAct, phase: MigrationPhase): { about: string; button: string } {
  const { about, button } = actWords[act]
  const isAgain = (act === 'start' && phase !== 'not-started') || (act === 'finish' && phase === 'finished')
  return { about, button: isAgain ? `${button} again` : button }
}
