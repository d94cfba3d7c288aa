import { askCase } from '@/lib/cases/person/ask-case'
import { caseCode } from '@/lib/cases/person/case-code'
import { openCase } from '@/lib/cases/person/open-case'
import { sendCaseCode } from '@/lib/cases/person/send-case-code'
import type { AskForm } from '@/lib/cases/schema'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../factories'
import { makePending } from '../pending'

export const form: AskForm = { reason: 'lost', oldNumberWorks: 'no', newNumber: '', bestTime: '', words: '' }
export const address = '203.0.113.7'

/** Somebody of a firm with the rule on, whose password was right a moment ago. */
export async function context(wishes: Partial<Employee> = {}) {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const person = await makeEmployee(firm, wishes)
  return { firm, person, pending: await makePending(person) }
}

/** The form was sent and the code mailed: answers the code. */
export async function asked(pending: PendingSignIn, more: Partial<AskForm> = {}): Promise<string> {
  await passPauses()
  const answer = await askCase(pending, { ...form, ...more }, nextNetwork())
  if (!answer.ok) throw new Error(answer.reason)
  return mailedCode(pending.employeeId)
}

/** As if ten minutes had passed since the last mail. */
export async function passPauses() {
  await db.$executeRaw`delete from rate_limit where key like 'cases-pause:%'`
}

/** What the mail says, which is sent here and now. */
export async function mailedCode(employeeId: string): Promise<string> {
  await sendCaseCode({ sendMail: async () => 'sent' }, employeeId)
  const { createdAt } = await db.caseDraft.findUniqueOrThrow({ where: { employeeId } })
  return caseCode(employeeId, createdAt)
}

/** From the form to the open case, and the secret of its page. */
export async function opened(pending: PendingSignIn, more: Partial<AskForm> = {}) {
  const answer = await openCase(pending, await asked(pending, more), nextNetwork())
  if (!answer.ok) throw new Error(answer.reason)
  const found = await db.resetCase.findFirstOrThrow({
    where: { employeeId: pending.employeeId, kind: 'lost_phone', closedAt: null },
  })
  return { ...found, pageSecret: answer.value.pageSecret }
}

// Each network may ask for a few only.
let networks = 0

function nextNetwork(): string {
  networks += 1
  return `2001:db8:0:${networks.toString(16)}::1`
}

/** A code that is not the right one. */
export function other(code: string): string {
  return code === '00000000' ? '11111111' : '00000000'
}
