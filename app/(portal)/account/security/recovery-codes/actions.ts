'use server'

import { refused } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { makeRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { busyMakingCodes, type MakeCodesState } from '@/lib/sign-in-methods/recovery-codes/rules'
import { requireBinder } from '../require-fresh-actor'

export async function makeRecoveryCodesAction(_: MakeCodesState, form: FormData): Promise<MakeCodesState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  const made = await makeRecoveryCodes(await requireBinder(actor, '/account/security/recovery-codes'))
  if (!made.ok) return refused(form, busyMakingCodes)
  return { errors: {}, values: {}, codes: made.value }
}
