import { db, type Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { findCaseByPage } from './find-case'
import { lockCase, lockOpenCase } from './lock-case'
import { type CaseActor, moveCase } from './move-case'

export async function withdrawCase(
  pageSecret: string,
  seen: { place: string; browser: string },
): Promise<Result<void, 'not-found' | 'too-late'>> {
  const caseId = await findCaseByPage(pageSecret)
  if (!caseId) return refuse('not-found')
  return db.$transaction(async (tx) => {
    const found = await lockCase(tx, caseId)
    if (!found) return refuse('not-found')
    const caseActor: CaseActor = { party: 'page', employeeId: found.employeeId, name: found.name, ...seen }
    const isDone = await moveCase(tx, found, caseActor, { act: 'withdrawn', to: 'withdrawn' })
    return isDone ? ok() : refuse('too-late')
  })
}

export async function withdrawOpenCases(tx: Tx, employeeId: string, note: string): Promise<void> {
  for (const kind of ['lost_phone', 'number_change'] as const) {
    const open = await lockOpenCase(tx, employeeId, kind)
    const portal: CaseActor = { party: 'portal', employeeId: null, name: 'Portal' }
    if (open) await moveCase(tx, open, portal, { act: 'withdrawn', to: 'withdrawn', note })
  }
}
