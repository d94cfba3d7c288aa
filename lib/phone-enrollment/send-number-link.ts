import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { confirmNumberMail } from '@/lib/notifications/confirm-number-mail'
import { writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'

export async function sendNumberLink(mailer: Mailer, employeeId: string): Promise<void> {
  const person = await db.employee.findUnique({
    where: { id: employeeId, active: true, numberProvenAt: null, factorResetAt: null },
    select: { name: true, email: true, mobileNumber: true, firm: { select: { name: true } } },
  })
  if (!person?.mobileNumber) return

  const link = await makeLink(db, employeeId, 'confirm_number')
  const about = { name: person.name, firmName: person.firm.name, mobileNumber: person.mobileNumber }
  await mailer.sendMail({ to: person.email, ...writeMail(confirmNumberMail(about, link)) })
}
