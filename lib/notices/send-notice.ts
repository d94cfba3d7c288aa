import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Mailer } from '@/lib/providers/mail'
import { writeLetter } from './letter'
import { messageId } from './message-id'
import type { Notice } from './notice'
import { noticeLetter } from './notice-letter'

/**
 * Mails one notice to the address on file. Throws when the mail server does not take it, and the job tries again: `id` is the
 * same then, and with it the Message-ID, so that a mail which left twice is shown once (I7).
 */
export async function sendNotice(mailer: Mailer, notice: Notice, id: string): Promise<void> {
  const person = await db.employee.findUnique({
    where: { id: notice.employeeId },
    select: { name: true, email: true, firm: { select: { name: true } } },
  })
  if (!person) return

  const reader = { name: person.name, firmName: person.firm.name }
  const letter = writeLetter(noticeLetter(notice, reader, env.PORTAL_URL))
  await mailer.sendMail({ to: person.email, messageId: messageId('notice', id), ...letter })
}
