import type { Metadata } from 'next'
import { RecoveryCodesForm } from '@/components/sign-in-methods/recovery-codes'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { getStanding } from '@/lib/account/queries'
import { requirePermission } from '@/lib/session/guards'
import { trail } from '../breadcrumbs'
import { requireBinder } from '../require-fresh-actor'
import { makeRecoveryCodesAction } from './actions'

export const metadata: Metadata = { title: 'Recovery codes' }

export default async function RecoveryCodesPage() {
  const actor = await requirePermission('account.manage')
  await requireBinder(actor, '/account/security/recovery-codes')
  const { ways } = await getStanding(actor)

  return (
    <Page narrow>
      <PageHeader
        trail={trail}
        title="Recovery codes"
        about="For the day on which your phone is not at hand."
      />
      <Card>
        <RecoveryCodesForm
          make={makeRecoveryCodesAction}
          left={ways.own.recoveryCodesLeft}
          done="/account/security?done=codes-saved"
        />
      </Card>
    </Page>
  )
}
