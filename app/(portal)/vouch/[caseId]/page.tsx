import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { UtcTime } from '@/components/utc-time'
import { type ColleaguesCase, findFirmCase } from '@/lib/cases/firm/find-firm-case'
import { caseId as caseIdForm } from '@/lib/cases/schema'
import { requirePermission } from '@/lib/session/guards'
import { VouchForm } from './vouch-form'

export const metadata: Metadata = { title: 'Vouch for a colleague' }

export default async function VouchPage({ params }: PageProps<'/vouch/[caseId]'>) {
  const actor = await requirePermission('cases.vouch')
  const asked = caseIdForm.safeParse((await params).caseId)
  const about = asked.success ? await findFirmCase(actor, asked.data) : null
  if (!about) notFound()

  return (
    <Page narrow>
      <PageHeader title="Vouch for a colleague" />
      <Vouching about={about} />
    </Page>
  )
}

function Vouching({ about }: { about: ColleaguesCase }) {
  const { id, name, openedAt } = about
  if (about.isOwn) {
    return (
      <Alert tone="info">This is your own request. Somebody else of your firm has to vouch for it.</Alert>
    )
  }
  if (about.vouchedBy) {
    return (
      <Alert tone="ok" role="status">
        {about.vouchedBy} has vouched for {name}. Support has been told; there is nothing more to do.
      </Alert>
    )
  }
  if (!about.isUndecided) {
    return (
      <Alert tone="info">This request of {name} is decided or closed. There is nothing to vouch for.</Alert>
    )
  }
  return (
    <Card title={`${name} asks for a new phone`}>
      <div className="grid gap-4">
        <p>
          Since <UtcTime at={openedAt} />, somebody who knows the password of {name} says that the phone is
          out of reach. Support is checking whether it is really {name}.
        </p>
        <p>
          Vouch only if you have seen {name}, or have called {name} yourself on a number you have known for
          long. The voice of somebody who has called you, a text or a mail is not enough.
        </p>
        <VouchForm caseId={id} name={name} />
      </div>
    </Card>
  )
}
