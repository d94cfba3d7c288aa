import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'

const secret = /^[\w-]{43}$/

/** The case whose own page this secret opens, or null: foreign, cut and invented ones are all the same. */
export async function findCaseByPage(pageSecret: string): Promise<string | null> {
  if (!secret.test(pageSecret)) return null
  const found = await db.resetCase.findUnique({
    where: { pageHash: storedId(pageSecret) },
    select: { id: true },
  })
  return found?.id ?? null
}

/** What a stop link is about, and to whom it was sent. Looking stops nothing: mail scanners open every link. */
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
