import type { Metadata } from 'next'
import { RecoveryCodesForm } from '@/components/sign-in-methods/recovery-codes'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { getStanding } from '@/lib/account/queries'
import { requirePermission } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'

import { requireFreshActor } from '../require-fresh-actor'
import { readNext, withNext } from '../with-next'
import { generateRecoveryCodesAction } from './actions'

export const metadata: Metadata = { title: 'Recovery codes' }

export default async function RecoveryCodesPage({
  searchParams,
}: PageProps<'/account/security/recovery-codes'>) {
  const actor = await requirePermission('account.manage')
  const next = readNext((await searchParams).next)
  await requireFreshActor(actor, withNext('/account/security/recovery-codes', next))
  const { methods } = await getStanding(actor)

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Account security', href: '/account/security' }]}
        title="Recovery codes"
        about="Use these if you can't get to your phone."
      />
      <Card>
        <RecoveryCodesForm
          make={generateRecoveryCodesAction}
          left={methods.own.recoveryCodesLeft}
          done={returnTarget(next, '/account/security')}
        />
      </Card>
    </Page>
  )
}
