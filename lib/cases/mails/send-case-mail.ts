import { isOpen } from '@/lib/cases/rules'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { casePageAddress, stopAddress } from '@/lib/mail-links/case-links'
import { writeLetter } from '@/lib/notifications/mail-layout'
import { messageId } from '@/lib/notifications/message-id'
import type { Mailer } from '@/lib/providers/mail'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { caseLetter } from './case-mail'
import { type CaseNews, isTold } from './case-step'
import { caseText } from './case-text'

/**
 * Sends one message about a case. The row remembers what came of it, so that a job which runs again sends nothing; where a
 * worker was killed in between, the mail has the same Message-ID, and the vendor of texts is asked first (I7). Throws when
 * it is not known that the message left.
 */
export async function sendCaseNotice(
  outside: { mailer: Mailer; texter: TextMessenger },
  noticeId: string,
): Promise<void> {
  const notice = await findNotice(noticeId)
  if (!notice || notice.sentAt || notice.refusedAt) return
  const outcome = await send(outside, notice)
  if (outcome === 'sent') {
    await db.$executeRaw`
      update case_notice set sent_at = now() where id = ${noticeId}::uuid and sent_at is null and refused_at is null`
  } else {
    await db.$executeRaw`
      update case_notice set refused_at = now() where id = ${noticeId}::uuid and sent_at is null and refused_at is null`
  }
}

function findNotice(id: string) {
  return db.caseNotice.findUnique({
    where: { id },
    include: { event: true, case: { include: { employee: { include: { firm: true } } } } },
  })
}

type FoundNotice = NonNullable<Awaited<ReturnType<typeof findNotice>>>

async function send(
  { mailer, texter }: { mailer: Mailer; texter: TextMessenger },
  notice: FoundNotice,
): Promise<'sent' | 'refused'> {
  const reader = await findReader(notice)
  if (!reader) return 'refused'
  const news = newsOf(notice)
  if (notice.channel === 'mail') {
    const letter = writeLetter(caseLetter(reader, news))
    return mailer.sendMail({ to: reader.email, messageId: messageId('case-notice', notice.id), ...letter })
  }
  if (!notice.number) return 'refused'
  return texter.send({ to: notice.number, body: caseText(news), sentBefore: await noteTry(notice.id) })
}

/** Somebody who leads the firm no more is not told about its people. The person is told whatever has become of the account. */
async function findReader({ employeeId, case: about }: FoundNotice) {
  const select = { name: true, email: true }
  if (employeeId === about.employeeId) return db.employee.findUnique({ where: { id: employeeId }, select })
  return db.employee.findFirst({
    where: { id: employeeId, firmId: about.firmId, active: true, role: { in: ['admin', 'support'] } },
    select,
  })
}

/** Written down before the text can leave. True: it may have left before. */
async function noteTry(noticeId: string): Promise<boolean> {
  const [before] = await db.$queryRaw<Array<{ isTried: boolean }>>`
    update case_notice set tried_at = now() where id = ${noticeId}::uuid
    returning old.tried_at is not null as "isTried"`
  return before?.isTried ?? true
}

function newsOf(notice: FoundNotice): CaseNews {
  const { event, case: about, employeeId } = notice
  const { employee } = about
  if (!isTold(event.act)) throw new Error(`Nobody is told of the step "${event.act}"`)
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
      stop: stopAddress(notice.id),
      page: casePageAddress(about.id),
      queue: `${env.PORTAL_URL}${employee.firm.isOperator ? '/support/cases' : '/admin/requests'}`,
      signIn: `${env.PORTAL_URL}/sign-in`,
      forgotten: `${env.PORTAL_URL}/forgot-password`,
    },
  }
}
