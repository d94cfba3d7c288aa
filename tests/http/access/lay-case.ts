import { db } from '@/lib/db'
import { makeNotification } from '../../cases/cases'
import type { World } from './world'

type Laid = { isTaken?: boolean; evidence?: Array<'documents' | 'admin_confirmed'> }

/** The lost phone, taken by the supporter, with this evidence and everybody notified. */
export async function layCase({ lost, people }: World, { isTaken = true, evidence = [] }: Laid = {}) {
  const owner = { ownerId: people.supporter.id, ownerName: people.supporter.name, ownedAt: new Date() }
  await db.resetCase.update({
    where: { id: lost.id },
    data: isTaken
      ? { state: 'checking', ...owner }
      : { state: 'received', ownerId: null, ownerName: null, ownedAt: null },
  })
  await db.caseEvidence.deleteMany({ where: { caseId: lost.id } })
  const given = evidence.map((kind) => {
    const { id, name } = kind === 'documents' ? people.supporter : people.admin
    return { caseId: lost.id, kind, byId: id, byName: name, note: 'Seen' }
  })
  await db.caseEvidence.createMany({ data: given })
  await db.caseMessage.deleteMany({ where: { caseId: lost.id } })
  await makeNotification(lost, { sentAt: new Date() })
}
