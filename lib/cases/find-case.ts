import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'

const secret = /^[\w-]{43}$/

/** A foreign, cut or invented secret answers the same null, so an attacker learns nothing. */
export async function findCaseByPage(pageSecret: string): Promise<string | null> {
  if (!secret.test(pageSecret)) return null
  const found = await db.resetCase.findUnique({
    where: { pageHash: storedId(pageSecret) },
    select: { id: true },
  })
  return found?.id ?? null
}

/** A look at a stop link cancels nothing: mail scanners open every link. */
export async function findByStopLink(stopSecret: string) {
  if (!secret.test(stopSecret)) return null
  return db.caseMessage.findUnique({
    where: { stopHash: storedId(stopSecret) },
    select: {
      id: true,
      caseId: true,
      employeeId: true,
      channel: true,
      case: {
        select: {
          number: true,
          kind: true,
          state: true,
          reason: true,
          employeeId: true,
          openedAt: true,
          closedAt: true,
          place: true,
          browser: true,
          employee: { select: { name: true, firm: { select: { name: true } } } },
        },
      },
    },
  })
}
