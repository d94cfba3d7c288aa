import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { enrollmentMail } from '@/lib/notifications/link-mails'
import { writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'

export async function sendEnrollmentLink(mailer: Mailer, employeeId: string): Promise<void> {
  const person = await db.employee.findUnique({
    where: { id: employeeId, active: true },
    select: {
      name: true,
      email: true,
      factorResetAt: true,
      firm: { select: { name: true } },
      cases: {
        where: { state: { in: ['waiting', 'ready'] } },
        select: { kind: true, state: true, number: true, requestedNumber: true, waitsUntil: true },
      },
    },
  })
  if (!person) return
  const held = person.cases.find((open) => open.kind === 'number_change' && open.state === 'waiting')
  const lost = person.cases.find((open) => open.kind === 'lost_phone' && open.state === 'ready')
  if (!person.factorResetAt && !held) return

  const link = await makeLink(db, employeeId, 'phone_enrollment')
  const about = { name: person.name, firmName: person.firm.name }
  const mail = person.factorResetAt
    ? enrollmentMail(about, link, { caseNumber: lost ? `LP-${lost.number}` : null, pendingNumber: null })
    : enrollmentMail(about, link, {
        caseNumber: held ? `NC-${held.number}` : null,
        pendingNumber: numberChangeWords(held),
      })
  await mailer.sendMail({ to: person.email, ...writeMail(mail) })
}

function numberChangeWords(held?: { requestedNumber: string | null; waitsUntil: Date | null }) {
  if (!held?.requestedNumber || !held.waitsUntil) return null
  return { words: maskMobileNumber(held.requestedNumber), until: held.waitsUntil }
}
