import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Mailer } from '@/lib/providers/mail'
import { writeLetter } from './mail-layout'
import { messageId } from './message-id'
import { readNotice } from './notification'
import { noticeLetter } from './notification-mail'

/**
 * Mails one notice to the address on file. Throws when the mail server does not take it, and the job tries again: the
 * Message-ID is the notice's, so that a mail which left twice is shown once (I7).
 */
export async function sendNotice(mailer: Mailer, noticeId: string): Promise<void> {
  const found = await db.portalNotice.findUnique({
    where: { id: noticeId },
    select: {
      notice: true,
      employee: { select: { name: true, email: true, firm: { select: { name: true, isOperator: true } } } },
    },
  })
  if (!found) return

  const { employee } = found
  const { name: firmName, isOperator } = employee.firm
  const reader = { name: employee.name, firmName, isOperator }
  const letter = writeLetter(noticeLetter(readNotice(found.notice), reader, env.PORTAL_URL, noticeId))
  await mailer.sendMail({ to: employee.email, messageId: messageId('notice', noticeId), ...letter })
}
