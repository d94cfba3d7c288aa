import type { Metadata } from 'next'
import { countPasswordOnly } from '@/lib/firms/queries'
import { requirePermission } from '@/lib/session/guards'
import { ActDialog } from '../act-dialog'
import { ActPage, proofFor } from '../act-frame'
import { turnOffTwoFactorAction } from '../actions'

export const metadata: Metadata = { title: 'Turn off two-factor authentication' }

export default async function TurnOffPage() {
  const actor = await requirePermission('two-factor.switch')
  const people = await countPasswordOnly(actor)

  return (
    <ActPage>
      <ActDialog
        title="Turn off two-factor authentication?"
        button="Turn off"
        back="/admin/employees"
        action={turnOffTwoFactorAction}
        proof={proofFor(actor)}
        asksReason
      >
        <p>
          <strong className="font-medium">
            {people === 1 ? '1 person' : `${people.toLocaleString('en')} people`} will sign in with just a
            password.
          </strong>{' '}
          We'll notify all admins. To undo it, choose Yes.
        </p>
      </ActDialog>
    </ActPage>
  )
}
