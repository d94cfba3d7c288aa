import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { stopSecret } from '@/lib/mail-links/case-links'
import { storedId } from '@/lib/secrets/secret-id'
import type { CaseState, MessageChannel } from '@/prisma/client/client'
import type { LockedCase } from './lock-case'
import type { CaseAct } from './rules'

/** Mails stop at 20 admins, so one request to a firm of hundreds is no flood. */
const maxAdmins = 20

export async function queueCaseMessages(
  tx: Tx,
  about: LockedCase,
  eventId: bigint,
  act: CaseAct,
  to: CaseState,
): Promise<void> {
  const audience = audienceOf(act, to)
  if (audience === 'nobody') return
  await addMessage(tx, about, eventId, about.employeeId, 'mail', null)
  if (audience === 'person') return

  if (about.oldNumber) await addMessage(tx, about, eventId, about.employeeId, 'text', about.oldNumber)
  const admins = await tx.employee.findMany({
    where: {
      firmId: about.firmId,
      active: true,
      role: { in: ['admin', 'support'] },
      id: { not: about.employeeId },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: maxAdmins,
  })
  for (const { id } of admins) await addMessage(tx, about, eventId, id, 'mail', null)
}

function audienceOf(act: CaseAct, to: CaseState): 'everybody' | 'person' | 'nobody' {
  if (act === 'taken' || act === 'released' || act === 'answered' || to === 'seconding') return 'nobody'
  return act === 'asked' ? 'person' : 'everybody'
}

async function addMessage(
  tx: Tx,
  about: LockedCase,
  eventId: bigint,
  employeeId: string,
  channel: MessageChannel,
  number: string | null,
): Promise<void> {
  const id = randomUUID()
  const stopHash = storedId(stopSecret(id))
  await tx.caseMessage.create({
    data: { id, caseId: about.id, eventId, employeeId, channel, number, stopHash },
  })
  await enqueue(tx, 'case-message', { notificationId: id })
}
