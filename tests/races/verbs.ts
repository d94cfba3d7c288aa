import type { Actor } from '@/lib/access/policy'
import { completeCase } from '@/lib/cases/clock/run-clocks'
import { openCase } from '@/lib/cases/person/open-case'
import { stopCase } from '@/lib/cases/stop-case'
import { approveCase } from '@/lib/cases/support/approve-case'
import { declineCase } from '@/lib/cases/support/decline-case'
import { takeCase } from '@/lib/cases/support/take-case'
import { withdrawCase } from '@/lib/cases/withdraw-case'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { editEmployee } from '@/lib/employees/edit-employee'
import { endSessions } from '@/lib/employees/recovery/end-sessions'
import { enableTwoFactor } from '@/lib/firms/enable-two-factor'
import { lockFirm } from '@/lib/lock-firm'
import { setPassword } from '@/lib/passwords/set-password'
import { proveNumber } from '@/lib/phone-enrollment/prove-number'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { SignInContext } from '@/lib/session/visitor'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import type { SignInForm } from '@/lib/sign-in/schema'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'

/** What a racer can do: the portal's own verbs, and writers that go past them straight to the tables. */
export const verbs = {
  endSessions,
  enableTwoFactor,
  addEmployee,
  editEmployee,
  setPassword,
  finishSignIn,
  signInByToken,
  startSignIn: (form: SignInForm, visitor: SignInContext) =>
    startSignIn(form, visitor, (work) => void work()),
  openCase,
  takeCase,
  approveCase: (supporter: Actor, form: { caseId: string; note: string }) =>
    approveCase(supporter, form, provider),
  declineCase,
  withdrawCase,
  stopCase,
  completeCase: async (caseId: string) => ((await completeCase(caseId)) ? ok() : refuse('not-due')),
  proveNumber,
  checkToken,
  startApp,
  confirmApp,
  generateRecoveryCodes,
  writeRaw,
}

export type Verbs = typeof verbs

/** As the page does it: what was typed is checked, and its proof used up. */
async function signInByToken(pending: PendingSignIn, typed: string) {
  const checked = await checkToken(pending, typed)
  return checked.ok ? finishSignIn(pending, checked.value) : checked
}

type Statement = { sql: string; values: string[]; lockFirst?: string }

/** A statement past all verbs, behind the lock of the firm named by `lockFirst` or behind none. The database may refuse it. */
async function writeRaw({ sql, values, lockFirst }: Statement): Promise<Result<void, string>> {
  try {
    await db.$transaction(async (tx) => {
      if (lockFirst) await lockFirm(tx, lockFirst)
      await tx.$executeRawUnsafe(sql, ...values)
    })
    return ok()
  } catch (error) {
    const code = /Code: `(\w{5})`/.exec(String(error))?.[1]
    // Class 23: a constraint said no. Everything else is trouble.
    if (!code?.startsWith('23')) throw error
    return refuse(code)
  }
}
