import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { isLinkLive } from '@/lib/mail-links/live-links'
import { ok, type Result, refuse } from '@/lib/result'
import type { SignInContext } from '@/lib/session/visitor'
import { checkPassword } from './check-password'
import { findLink } from './find-link'
import { hashPassword } from './password'
import type { PasswordRefusal } from './rules'
import { storePassword } from './store-password'

type SetPasswordRefusal = 'link-ended' | PasswordRefusal

/** Creates no session: the sign-in still asks for the password and the second factor. A refusal keeps the link. */
export async function setPassword(
  linkSecret: string,
  newPassword: string,
  visitor: SignInContext,
): Promise<Result<void, SetPasswordRefusal>> {
  const link = await findLink(linkSecret)
  if (!link) return refuse('link-ended')
  const refusal = await checkPassword(newPassword, link)
  if (refusal) return refusal

  const stored = await hashPassword(newPassword)
  return db.$transaction(async (tx) => {
    if (!(await takeLink(tx, link.linkId))) return refuse('link-ended')
    const { place, browser, requestId } = visitor
    const person = { ...link, place, browser, requestId }
    await storePassword(tx, person, stored)
    if (link.purpose === 'password_reset') await noteMailReset(tx, link.employeeId)
    await trustBrowser(tx, link.employeeId, visitor.browserId)
    await record(tx, person, 'password.set', { id: link.employeeId, name: link.name }, { by: link.purpose })
    return ok()
  })
}

/** Consumes the link in one conditional update, so two requests cannot both use it. */
async function takeLink(tx: Tx, linkId: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    update mail_link l set used_at = now() from employee e
    where l.id = ${linkId} and ${isLinkLive} and e.id = l.employee_id and e.active`
  return taken === 1
}

/** Marks the reset by mail: an attacker with the mailbox then needs one more proof in a lost-phone case for a week. */
async function noteMailReset(tx: Tx, employeeId: string): Promise<void> {
  await tx.$executeRaw`update credential set reset_by_mail_at = now() where employee_id = ${employeeId}::uuid`
}

/** Lets the mailbox owner past an attacker's wrong passwords; -infinity keeps the first sign-in that of a new browser. */
async function trustBrowser(tx: Tx, employeeId: string, browserId: string): Promise<void> {
  await tx.$executeRaw`
    insert into known_browser (employee_id, browser_id, last_seen_at)
    values (${employeeId}::uuid, ${browserId}, '-infinity') on conflict do nothing`
}
