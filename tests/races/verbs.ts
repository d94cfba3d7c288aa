import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { editEmployee } from '@/lib/employees/edit-employee'
import { enableRule } from '@/lib/firms/enable-rule'
import { setPassword } from '@/lib/passwords/set-password'
import { ok, type Result, refuse } from '@/lib/result'
import { checkToken } from '@/lib/second-factor/check-token'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'

/** What a racer can do: the portal's own verbs, and writers that go past them straight to the tables. */
export const verbs = {
  enableRule,
  addEmployee,
  editEmployee,
  setPassword,
  finishSignIn,
  signInByToken,
  writeRaw,
}

export type Verbs = typeof verbs

/** As the page does it: what was typed is checked, and its proof used up. */
async function signInByToken(pending: PendingSignIn, typed: string) {
  const checked = await checkToken(pending, typed)
  return checked.ok ? finishSignIn(pending.pendingId, checked.value) : checked
}

/** One statement that knows nothing of the portal's verbs. The database may refuse it, and nothing else may happen to it. */
async function writeRaw(sql: string, ...values: string[]): Promise<Result<void, string>> {
  try {
    await db.$executeRawUnsafe(sql, ...values)
    return ok()
  } catch (error) {
    return refuse(String(error).replace(/\s+/g, ' '))
  }
}
