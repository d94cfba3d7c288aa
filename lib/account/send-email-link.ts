import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { makeLink } from '@/lib/mail-links/make-link'
import { confirmEmailMail } from '@/lib/notifications/link-mails'
import { writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'

export async function sendEmailLink(mailer: Mailer, employeeId: string): Promise<void> {
  const made = await db.$transaction(async (tx) => {
    // A change to yet another address must not get the link of this one.
    if (!(await lockEmployee(tx, employeeId))) return null
    const person = await tx.employee.findUnique({
      where: { id: employeeId, active: true },
      select: { name: true, email: true, pendingEmail: true, firm: { select: { name: true } } },
    })
    if (!person?.pendingEmail) return null
    const about = { name: person.name, firmName: person.firm.name, email: person.email }
    return { to: person.pendingEmail, about, link: await makeLink(tx, employeeId, 'confirm_email') }
  })
  if (made) await mailer.sendMail({ to: made.to, ...writeMail(confirmEmailMail(made.about, made.link)) })
}
