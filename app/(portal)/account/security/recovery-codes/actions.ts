'use server'

import { refused } from '@/lib/form'
import { makeRecoveryCodes } from '@/lib/recovery-codes/make-recovery-codes'
import { busyMakingCodes, type MakeCodesState } from '@/lib/recovery-codes/rules'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { requireBinder } from '../require-binder'

export async function makeRecoveryCodesAction(_: MakeCodesState, form: FormData): Promise<MakeCodesState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  const made = await makeRecoveryCodes(await requireBinder(actor, '/account/security/recovery-codes'))
  if (!made.ok) return refused(form, busyMakingCodes)
  return { errors: {}, values: {}, codes: made.value }
}
