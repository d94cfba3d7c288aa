import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { invitationMail } from '@/lib/notifications/link-mails'
import { writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'

export async function sendInvitation(mailer: Mailer, employeeId: string): Promise<void> {
  const person = await db.employee.findUnique({
    where: { id: employeeId, active: true, credential: null },
    select: {
      name: true,
      email: true,
      mobileNumber: true,
      firm: { select: { name: true, requiresSecondFactor: true } },
    },
  })
  if (!person) return

  const link = await makeLink(db, employeeId, 'invitation')
  const invited = {
    name: person.name,
    firmName: person.firm.name,
    requiresSecondFactor: person.firm.requiresSecondFactor,
    numberEnding: person.mobileNumber?.slice(-4) ?? null,
  }
  await mailer.sendMail({ to: person.email, ...writeMail(invitationMail(invited, link)) })
}
