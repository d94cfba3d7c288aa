import { isOpen } from '@/lib/cases/rules'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { casePageAddress, stopAddress } from '@/lib/mail-links/case-links'
import { messageId, writeMail } from '@/lib/notifications/mail-layout'
import type { Mailer } from '@/lib/providers/mail'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { caseMail } from './case-mail'
import { type CaseStep, isNotified } from './case-step'
import { caseText } from './case-text'

/** A rerun repeats the Message-ID and asks the texts vendor first. It throws when the message may not have left. */
export async function sendCaseMessage(
  outside: { mailer: Mailer; texter: TextMessenger },
  notificationId: string,
): Promise<void> {
  const notification = await findNotification(notificationId)
  if (!notification || notification.sentAt || notification.refusedAt) return
  const outcome = await send(outside, notification)
  if (outcome === 'sent') {
    await db.$executeRaw`
      update case_message set sent_at = now() where id = ${notificationId}::uuid and sent_at is null and refused_at is null`
  } else {
    await db.$executeRaw`
      update case_message set refused_at = now() where id = ${notificationId}::uuid and sent_at is null and refused_at is null`
  }
}

function findNotification(id: string) {
  return db.caseMessage.findUnique({
    where: { id },
    include: { event: true, case: { include: { employee: { include: { firm: true } } } } },
  })
}

type FoundMessage = NonNullable<Awaited<ReturnType<typeof findNotification>>>

async function send(
  { mailer, texter }: { mailer: Mailer; texter: TextMessenger },
  notification: FoundMessage,
): Promise<'sent' | 'refused'> {
  const reader = await findReader(notification)
  if (!reader) return 'refused'
  const step = stepOf(notification)
  if (notification.channel === 'mail') {
    const mail = writeMail(caseMail(reader, step))
    return mailer.sendMail({
      to: reader.email,
      messageId: messageId('case-message', notification.id),
      ...mail,
    })
  }
  if (!notification.number) return 'refused'
  return texter.send({
    to: notification.number,
    body: caseText(step),
    sentBefore: await noteTry(notification.id),
  })
}

async function findReader({ employeeId, case: about }: FoundMessage) {
  const select = { name: true, email: true }
  if (employeeId === about.employeeId) return db.employee.findUnique({ where: { id: employeeId }, select })
  return db.employee.findFirst({
    where: { id: employeeId, firmId: about.firmId, active: true, role: { in: ['admin', 'support'] } },
    select,
  })
}

/** The try is recorded before the text can leave. True: an earlier try may have sent it. */
async function noteTry(notificationId: string): Promise<boolean> {
  const [before] = await db.$queryRaw<Array<{ isTried: boolean }>>`
    update case_message set tried_at = now() where id = ${notificationId}::uuid
    returning old.tried_at is not null as "isTried"`
  return before?.isTried ?? true
}

function stepOf(notification: FoundMessage): CaseStep {
  const { event, case: about, employeeId } = notification
  const { employee } = about
  if (!isNotified(event.act)) throw new Error(`There is no notification for the step "${event.act}"`)
  const isPerson = employeeId === about.employeeId
  return {
    act: event.act,
    kind: about.kind,
    number: about.number,
    at: event.at,
    from: event.fromState,
    by: {
      name: event.actorName,
      isPerson: event.actorId === about.employeeId,
      isPortal: event.actorId === null,
    },
    note: event.note,
    isOpen: isOpen(about.state),
    person: employee.name,
    firm: employee.firm.name,
    isOperator: employee.firm.isOperator,
    reader: isPerson ? 'person' : employee.firm.isOperator ? 'supporter' : 'admin',
    place: about.place,
    browser: about.browser,
    reason: about.reason,
    requestedNumber: about.requestedNumber,
    dueAt: about.dueAt,
    waitsUntil: about.waitsUntil,
    waitHours: about.waitHours,
    links: {
      stop: stopAddress(notification.id),
      page: casePageAddress(about.id),
      queue: `${env.PORTAL_URL}${employee.firm.isOperator ? '/support/cases' : '/admin/requests'}`,
      signIn: `${env.PORTAL_URL}/sign-in`,
      forgotten: `${env.PORTAL_URL}/forgot-password`,
    },
  }
}
