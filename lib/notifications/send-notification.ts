import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Mailer } from '@/lib/providers/mail'
import { messageId, writeMail } from './mail-layout'
import { notificationMail } from './notification-mail'
import { readNotification } from './words/notification'

export async function sendNotification(mailer: Mailer, notificationId: string, to?: string): Promise<void> {
  const found = await db.notification.findUnique({
    where: { id: notificationId },
    select: {
      content: true,
      at: true,
      employee: { select: { name: true, email: true, firm: { select: { name: true, isOperator: true } } } },
    },
  })
  if (!found) return

  const { employee } = found
  const { name: firmName, isOperator } = employee.firm
  const reader = { name: employee.name, firmName, isOperator }
  const mail = writeMail(
    notificationMail(readNotification(found.content, found.at), reader, env.PORTAL_URL, notificationId),
  )
  await mailer.sendMail({
    to: to ?? employee.email,
    messageId: messageId('notification', notificationId),
    ...mail,
  })
}
