import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
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
    return <Alert tone="info">This is your own request. Someone else in your firm must vouch for it.</Alert>
  }
  if (about.vouchedBy) {
    return (
      <Alert tone="ok" role="status">
        {about.vouchedBy} vouched for {name}. Support has been notified; there's nothing more to do.
      </Alert>
    )
  }
  if (!about.isUndecided) {
    return <Alert tone="info">This request of {name} is already decided or closed.</Alert>
  }
  return (
    <Card title={`${name} requested a phone reset`}>
      <div className="grid gap-4">
        <p>
          On <Time at={openedAt} />, someone who knows {name}'s password reported that the phone is
          unavailable. Support is checking that it's really {name}.
        </p>
        <p>
          Vouch only if you've seen {name}, or called {name} yourself on a number you've known for a long
          time. An incoming call, a text or an email isn't proof.
        </p>
        <VouchForm caseId={id} name={name} />
      </div>
    </Card>
  )
}
