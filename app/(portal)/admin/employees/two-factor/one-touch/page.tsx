import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pushModeForm } from '@/lib/firms/schema'
import { requirePermission } from '@/lib/session/guards'
import { ActDialog } from '../act-dialog'
import { ActPage, proofFor } from '../act-frame'
import { confirmPushModeAction } from '../actions'

export const metadata: Metadata = { title: 'OneTouch alerts' }

/** Where saving the choice leads without a recent step-up: the form here has the choice and the step-up. */
export default async function PushModePage({
  searchParams,
}: PageProps<'/admin/employees/two-factor/one-touch'>) {
  const actor = await requirePermission('two-factor.switch')
  const { pushMode } = await searchParams
  const chosen = pushModeForm.safeParse({ pushMode })
  if (!chosen.success) redirect('/admin/employees/two-factor')

  return (
    <ActPage>
      <ActDialog
        title="Save the OneTouch setting"
        button="Save setting"
        back="/admin/employees/two-factor"
        action={confirmPushModeAction}
        proof={proofFor(actor)}
        fields={chosen.data}
      >
        <p>This changes how everyone in your firm approves OneTouch alerts.</p>
      </ActDialog>
    </ActPage>
  )
}
