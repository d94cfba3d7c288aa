import { randomUUID } from 'node:crypto'
import { breachHours, decideHours, isOpen, undecidedStates } from '@/lib/cases/rules'
import { db } from '@/lib/db'
import { pageSecret } from '@/lib/mail-links/case-links'
import { storedId } from '@/lib/secrets/secret-id'
import type { Employee, Prisma, ResetCase } from '@/prisma/client/client'

type CaseWishes = Partial<
  Omit<
    Prisma.ResetCaseUncheckedCreateInput,
    'firmId' | 'employeeId' | 'pageHash' | 'events' | 'notifications'
  >
>

/** A case of this person with its `opened` event: a lost phone, just received, unless wished otherwise. Nobody is notified of it. */
export async function makeCase(employee: Employee, wishes: CaseWishes = {}): Promise<ResetCase> {
  const id = wishes.id ?? randomUUID()
  const isLost = (wishes.kind ?? 'lost_phone') === 'lost_phone'
  const state = wishes.state ?? (isLost ? 'received' : 'waiting')
  const opened = wishes.openedAt ? new Date(wishes.openedAt) : new Date()
  const after = (hours: number) => new Date(opened.getTime() + hours * 60 * 60 * 1000)
  const isDecided = !undecidedStates.some((one) => one === state)

  return db.resetCase.create({
    data: {
      id,
      kind: isLost ? 'lost_phone' : 'number_change',
      firmId: employee.firmId,
      employeeId: employee.id,
      roleAtOpening: employee.role,
      state,
      reason: isLost ? 'lost' : null,
      oldNumberWorks: isLost ? 'no' : null,
      oldNumber: employee.mobileNumber,
      requestedNumber: isLost ? null : '+12025550199',
      pageHash: storedId(pageSecret(id)),
      place: 'Austin, United States',
      network: '203.0.113.0/24',
      browser: 'Chrome on Windows',
      openedAt: opened,
      stateAt: opened,
      dueAt: isLost ? after(decideHours(employee.role)) : null,
      breachAt: isLost ? after(breachHours) : null,
      pausedAt: state === 'asked' ? opened : null,
      decidedAt: isLost && isDecided ? opened : null,
      waitsUntil: state === 'waiting' || !isLost ? after(24) : null,
      completedAt: state === 'ready' || state === 'done' ? opened : null,
      closedAt: isOpen(state) ? null : opened,
      ownedAt: wishes.ownerId ? opened : null,
      ownerName: wishes.ownerId ? 'A supporter' : null,
      ...wishes,
      events: {
        create: { act: 'opened', toState: isLost ? 'received' : 'waiting', actorName: employee.name },
      },
    },
  })
}

/** One message of the opening, as the queue has left it. */
export async function makeNotification(
  about: ResetCase,
  wishes: Partial<Omit<Prisma.CaseMessageUncheckedCreateInput, 'caseId' | 'eventId'>> = {},
): Promise<void> {
  const opening = await db.caseEvent.findFirstOrThrow({ where: { caseId: about.id, act: 'opened' } })
  await db.caseMessage.create({
    data: {
      caseId: about.id,
      eventId: opening.id,
      employeeId: about.employeeId,
      channel: 'mail',
      stopHash: storedId(randomUUID()),
      ...wishes,
    },
  })
}
