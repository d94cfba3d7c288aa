import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Mailer } from '@/lib/providers/mail'
import { writeLetter } from './letter'
import type { Notice } from './notice'
import { noticeLetter } from './notice-letter'

/** Mails one notice to the address on file. Throws when the mail server does not take it, and the job tries again. */
export async function sendNotice(mailer: Mailer, notice: Notice): Promise<void> {
  const person = await db.employee.findUnique({
    where: { id: notice.employeeId },
    select: { name: true, email: true, firm: { select: { name: true } } },
  })
  if (!person) return
  if (notice.kind === 'email-changed' && !notice.to) return tellBothAddresses(notice)

  const reader = { name: person.name, firmName: person.firm.name }
  const letter = writeLetter(noticeLetter(notice, reader, env.PORTAL_URL))
  await mailer.sendMail({ to: addressFor(notice, person.email), ...letter })
}

type EmailChanged = Extract<Notice, { kind: 'email-changed' }>

/** One job for each address: an old mailbox that refuses must not fill the new one with repetitions. */
async function tellBothAddresses(notice: EmailChanged): Promise<void> {
  await db.$transaction(async (tx) => {
    await enqueue(tx, 'notice', { ...notice, to: 'before' })
    await enqueue(tx, 'notice', { ...notice, to: 'after' })
  })
}

function addressFor(notice: Notice, onFile: string): string {
  return notice.kind === 'email-changed' && notice.to ? notice[notice.to] : onFile
}
