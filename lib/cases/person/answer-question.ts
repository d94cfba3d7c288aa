import { findCaseByPage } from '@/lib/cases/find-case'
import { lockCase } from '@/lib/cases/lock-case'
import { type CaseActor, moveCase, resumeClock } from '@/lib/cases/move-case'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'

export async function answerQuestion(
  { link, answer }: { link: string; answer: string },
  seen: { place: string; browser: string },
): Promise<Result<void, 'not-found' | 'not-asked'>> {
  const caseId = await findCaseByPage(link)
  if (!caseId) return refuse('not-found')
  return db.$transaction(async (tx) => {
    const found = await lockCase(tx, caseId)
    if (!found) return refuse('not-found')
    const caseActor: CaseActor = { party: 'page', employeeId: found.employeeId, name: found.name, ...seen }
    const isMigrated = await moveCase(tx, found, caseActor, { act: 'answered', to: 'received', note: answer })
    if (!isMigrated) return refuse('not-asked')
    await resumeClock(tx, caseId)
    return ok()
  })
}
