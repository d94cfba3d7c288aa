import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { caseCodeMail } from '@/lib/notifications/link-mails'
import { messageId, writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'
import { caseCode, caseCodeHash } from './case-code'

/** A second attempt repeats the code and the Message-ID, and adds no tries. */
export async function sendCaseCode(mailer: Mailer, employeeId: string): Promise<void> {
  const asked = await findAsked(employeeId)
  if (!asked) return

  const { at, expiresAt, email, name, firmName } = asked
  const code = caseCode(employeeId, at)
  const stored = await db.$executeRaw`
    update case_draft set code_hash = ${caseCodeHash(employeeId, code)},
      tries_left = case when code_hash is null then 5 else tries_left end
    where employee_id = ${employeeId}::uuid and created_at = ${at}::timestamptz and expires_at > now()`
  // A newer form has replaced this draft and sends its own mail.
  if (stored === 0) return

  const seen = { at, place: asked.place ?? 'an unknown address', browser: asked.browser ?? 'Unknown browser' }
  const forgotten = `${env.PORTAL_URL}/forgot-password`
  const mail = writeMail(caseCodeMail({ name, firmName }, { code, expiresAt }, seen, forgotten))
  const id = messageId('case-code', `${employeeId}-${at.getTime()}`)
  await mailer.sendMail({ to: email, messageId: id, ...mail })
}

type Asked = {
  at: Date
  expiresAt: Date
  email: string
  name: string
  firmName: string
  place: string | null
  browser: string | null
}

async function findAsked(employeeId: string): Promise<Asked | null> {
  const [asked] = await db.$queryRaw<Asked[]>`
    select d.created_at as at, d.expires_at as "expiresAt", e.email, e.name, f.name as "firmName", v.place, v.browser
    from case_draft d join employee e on e.id = d.employee_id join firm f on f.id = e.firm_id
      left join lateral (select place, browser from audit_event
        where firm_id = e.firm_id and actor_id = e.id and action = 'case.code-asked' order by id desc limit 1) v on true
    where d.employee_id = ${employeeId}::uuid and d.expires_at > now() and e.active`
  return asked ?? null
}
