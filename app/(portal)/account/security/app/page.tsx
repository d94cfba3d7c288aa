import type { Metadata } from 'next'
import { AppSetUp } from '@/components/sign-in-methods/app-enrollment'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'
import { wayName } from '@/lib/sign-in-methods/schema'
import { trail } from '../breadcrumbs'
import { requireBinder } from '../require-fresh-actor'
import { confirmAppAction, startAppAction } from './actions'

export const metadata: Metadata = { title: 'Add an app' }

export default async function AddAppPage({ searchParams }: PageProps<'/account/security/app'>) {
  const actor = await requirePermission('account.manage')
  const name = wayName.safeParse((await searchParams).name).data
  await requireBinder(actor, `/account/security/app${name ? `?name=${encodeURIComponent(name)}` : ''}`)

  return (
    <Page narrow>
      <PageHeader
        trail={trail}
        title="Add an app"
        about="An authenticator app makes a new token every 30 seconds, also where there is no network. Any app does: 1Password, Google Authenticator, Microsoft Authenticator, Authy and others."
      />
      <Card>
        <AppSetUp
          start={startAppAction}
          confirm={confirmAppAction}
          page="/account/security/app"
          name={name}
        />
      </Card>
    </Page>
  )
}
