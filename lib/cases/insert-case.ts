import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db'
import { pageSecret } from '@/lib/mail-links/case-links'
import { storedId } from '@/lib/secrets/secret-id'
import { Prisma, type ResetCase } from '@/prisma/client/client'
import { type LockedCase, lockedColumns } from './lock-case'

type Always = 'kind' | 'state' | 'firmId' | 'employeeId' | 'roleAtOpening' | 'oldNumber' | 'requestedNumber'
type Answers = 'reason' | 'oldNumberWorks' | 'bestTime' | 'words' | 'risks'

type NewCase = Pick<ResetCase, Always | 'place' | 'network' | 'browser'> &
  Partial<Pick<ResetCase, Answers>> & { dueInHours?: number; breachInHours?: number; waitInHours?: number }

/** A new row needs no lock: no other transaction sees it yet. The caller has locked the person's row. */
export async function insertCase(tx: Tx, one: NewCase): Promise<LockedCase> {
  const id = randomUUID()
  const [inserted] = await tx.$queryRaw<[LockedCase]>`
    with c as (
      insert into reset_case (id, page_hash, kind, state, firm_id, employee_id, role_at_opening, reason, old_number_works,
        old_number, requested_number, best_time, words, risks, place, network, browser, due_at, breach_at, waits_until)
      values (${id}::uuid, ${storedId(pageSecret(id))}, ${one.kind}::case_kind, ${one.state}::case_state, ${one.firmId}::uuid,
        ${one.employeeId}::uuid, ${one.roleAtOpening}::role, ${one.reason ?? null}::loss_reason,
        ${one.oldNumberWorks ?? null}::old_number_works, ${one.oldNumber}, ${one.requestedNumber}, ${one.bestTime ?? ''},
        ${one.words ?? ''}, ${one.risks ?? []}, ${one.place}, ${one.network}, ${one.browser},
        ${hoursAhead(one.dueInHours)}, ${hoursAhead(one.breachInHours)}, ${hoursAhead(one.waitInHours)})
      returning *
    )
    select ${lockedColumns} from c join employee e on e.id = c.employee_id`
  return inserted
}

function hoursAhead(hours: number | undefined): Prisma.Sql {
  return hours === undefined ? Prisma.sql`null` : Prisma.sql`now() + make_interval(hours => ${hours})`
}
