import type { Metadata } from 'next'
import { AppEnrollment } from '@/components/sign-in-methods/app-enrollment'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'
import { methodName } from '@/lib/sign-in-methods/schema'

import { requireFreshActor } from '../require-fresh-actor'
import { readNext, withNext } from '../with-next'
import { confirmAppAction, startAppAction } from './actions'

export const metadata: Metadata = { title: 'Add an authenticator app' }

export default async function AddAppPage({ searchParams }: PageProps<'/account/security/app'>) {
  const actor = await requirePermission('account.manage')
  const params = await searchParams
  const name = methodName.safeParse(params.name).data
  const next = readNext(params.next)
  const page = `/account/security/app${name ? `?name=${encodeURIComponent(name)}` : ''}`
  await requireFreshActor(actor, withNext(page, next))

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Account security', href: '/account/security' }]}
        title="Add an authenticator app"
        about="An authenticator app shows a new token every 30 seconds and works offline. Use any app, such as 1Password, Google Authenticator or Microsoft Authenticator."
      />
      <Card>
        <AppEnrollment
          start={startAppAction}
          confirm={confirmAppAction}
          page={withNext('/account/security/app', next)}
          next={next}
          name={name}
        />
      </Card>
    </Page>
  )
}
