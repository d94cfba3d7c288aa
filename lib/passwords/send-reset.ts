import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { resetMail } from '@/lib/notifications/link-mails'
import { writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'

type AskedReset = { email: string; place?: string; browser?: string }

export async function sendReset(mailer: Mailer, { email, place, browser }: AskedReset): Promise<void> {
  const person = await db.employee.findUnique({
    where: { email, active: true },
    select: {
      id: true,
      name: true,
      email: true,
      firmId: true,
      firm: { select: { name: true } },
      credential: { select: { blockedAt: true } },
    },
  })
  if (!person) return

  const link = await db.$transaction(async (tx) => {
    const asker = { firmId: person.firmId, employeeId: null, name: 'Signed-out visitor', place, browser }
    await record(tx, asker, 'password.reset-requested', { id: person.id, name: person.name })
    return makeLink(tx, person.id, 'password_reset')
  })
  const asked = { place: place ?? 'an unknown address', browser: browser ?? 'Unknown browser' }
  const isBlocked = person.credential?.blockedAt != null
  const mail = writeMail(resetMail({ name: person.name, firmName: person.firm.name }, link, asked, isBlocked))
  await mailer.sendMail({ to: person.email, ...mail })
}
