import type { Metadata } from 'next'
import { PasskeyAdd } from '@/components/sign-in-methods/passkey-add'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'
import { breadcrumbs } from '../breadcrumbs'
import { requireFreshActor } from '../require-fresh-actor'
import { addPasskeyAction, startPasskeyRegistrationAction } from './actions'

export const metadata: Metadata = { title: 'Add a passkey' }

export default async function AddPasskeyPage() {
  const actor = await requirePermission('account.manage')
  await requireFreshActor(actor, '/account/security/passkey')

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={breadcrumbs}
        title="Add a passkey"
        about="You prove who you are with a finger, your face or the code of your device, or with a security key. It works on the real portal only, so nobody can trick you out of it."
      />
      <Card>
        <PasskeyAdd ask={startPasskeyRegistrationAction} add={addPasskeyAction} />
      </Card>
    </Page>
  )
}
