import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFirm } from '@/lib/firms/queries'
import { requirePermission } from '@/lib/session/guards'
import { ActDialog } from '../act-dialog'
import { ActPage, proofFor } from '../act-frame'
import { turnOnTwoFactorAction } from '../actions'

export const metadata: Metadata = { title: 'Turn on two-factor authentication' }

export default async function TurnOnPage() {
  const actor = await requirePermission('two-factor.switch')
  const firm = await getFirm(actor)
  if (firm.activeWithoutNumber > 0) redirect('/admin/employees?rule=numbers-missing')

  return (
    <ActPage>
      <ActDialog
        title="Turn on two-factor authentication"
        button="Turn on"
        back="/admin/employees"
        action={turnOnTwoFactorAction}
        proof={proofFor(actor)}
      >
        <p>
          First use your own sign-in method, so you don't lock yourself out. Everyone in your firm will then
          need a second step, including anyone signed in now.
        </p>
      </ActDialog>
    </ActPage>
  )
}
