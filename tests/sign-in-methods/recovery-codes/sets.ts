import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../../factories'
import { freshActorFor } from '../totp/apps'

/** Ten codes for this person, as they are shown. */
export async function makeCodes(employee: Employee): Promise<string[]> {
  const made = await generateRecoveryCodes(await freshActorFor(employee))
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

export async function techWithCodes() {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const codes = await makeCodes(tech)
  return { tech, codes, code: codes[3] ?? '' }
}

/** A code of the same slot that is not the one on the list. */
export function wrongCodeLike(code: string): string {
  return code.slice(0, -4) + (code.endsWith('zzzz') ? 'yyyy' : 'zzzz')
}
