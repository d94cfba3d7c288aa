'use server'

import { refused } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { busyMakingCodes, type GenerateCodesState } from '@/lib/sign-in-methods/recovery-codes/rules'
import { requireFreshActor } from '../require-fresh-actor'

export async function generateRecoveryCodesAction(
  _: GenerateCodesState,
  form: FormData,
): Promise<GenerateCodesState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  const made = await generateRecoveryCodes(await requireFreshActor(actor, '/account/security/recovery-codes'))
  if (!made.ok) return refused(form, busyMakingCodes)
  return { errors: {}, values: {}, codes: made.value }
}
