import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'

export async function forgetBrowser(actor: Actor, browserHash: string): Promise<Result<void, 'not-found'>> {
  return db.$transaction(async (tx) => {
    const [forgotten] = await tx.$queryRaw<Array<{ browser: string }>>`
      delete from trusted_browser where id = ${browserHash} and employee_id = ${actor.employeeId}::uuid
      returning browser`
    if (!forgotten) return refuse('not-found')
    await record(tx, actor, 'browser.forgotten', undefined, { forgotten: forgotten.browser })
    return ok()
  })
}

export async function forgetAllBrowsers(actor: Actor): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.trustedBrowser.deleteMany({ where: { employeeId: actor.employeeId } })
    if (count > 0) await record(tx, actor, 'browser.forgotten', undefined, { browsers: count })
    return count
  })
}
