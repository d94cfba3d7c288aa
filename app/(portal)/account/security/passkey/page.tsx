import type { Metadata } from 'next'
import { PasskeyAdd } from '@/components/sign-in-methods/passkey-add'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'

import { requireFreshActor } from '../require-fresh-actor'
import { readNext, withNext } from '../with-next'
import { addPasskeyAction, startPasskeyRegistrationAction } from './actions'

export const metadata: Metadata = { title: 'Add a passkey' }

export default async function AddPasskeyPage({ searchParams }: PageProps<'/account/security/passkey'>) {
  const actor = await requirePermission('account.manage')
  const next = readNext((await searchParams).next)
  await requireFreshActor(actor, withNext('/account/security/passkey', next))

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Account security', href: '/account/security' }]}
        title="Add a passkey"
        about="Sign in with your fingerprint, face, device PIN or a security key. A passkey can't be phished."
      />
      <Card>
        <PasskeyAdd ask={startPasskeyRegistrationAction} add={addPasskeyAction} next={next} />
      </Card>
    </Page>
  )
}
