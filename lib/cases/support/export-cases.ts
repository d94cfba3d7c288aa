import { stringify } from 'csv-stringify/sync'
import { db } from '@/lib/db'
import type { Period } from './period'
import { hoursBack } from './statistics'

const pageSize = 1000

const columns = [
  { key: 'number', header: 'Number' },
  { key: 'opened', header: 'Opened (UTC)' },
  { key: 'reason', header: 'Reason' },
  { key: 'state', header: 'Status' },
  { key: 'firm', header: 'Firm' },
  { key: 'role', header: 'Role' },
  { key: 'answeredAfter', header: 'Minutes to decision' },
  { key: 'closed', header: 'Closed (UTC)' },
]

/** The export streams: only one page is in memory however many cases exist. */
export async function* exportCases(days: Period): AsyncGenerator<string> {
  yield stringify([], { columns, header: true, bom: true })
  for await (const rows of listPages(days)) {
    // A firm's name is untrusted text: a spreadsheet must not run it as a formula.
    yield stringify(rows, { columns, escape_formulas: true })
  }
}

type Row = { id: string; openedAt: Date; number: number; opened: string; reason: string; state: string } & {
  firm: string
  role: string
  answeredAfter: number | null
  closed: string | null
}

async function* listPages(days: Period): AsyncGenerator<Row[]> {
  const [{ since }] = await db.$queryRaw<[{ since: Date }]>`
    select date_trunc('day', now(), 'UTC') - make_interval(hours => ${hoursBack(days)}) as since`
  let last: Pick<Row, 'openedAt' | 'id'> = { openedAt: since, id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      select c.id, c.opened_at as "openedAt", c.number, to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as opened,
        c.reason::text as reason, c.state::text as state, f.name as firm, c.role_at_opening::text as role,
        round(extract(epoch from c.decided_at - c.opened_at) / 60)::int as "answeredAfter",
        to_char(c.closed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as closed
      from reset_case c join firm f on f.id = c.firm_id
      where c.kind = 'lost_phone' and (c.opened_at, c.id) > (${last.openedAt}, ${last.id}::uuid)
      order by c.opened_at, c.id limit ${pageSize}`
    if (rows.length > 0) yield rows
    const end = rows.at(-1)
    if (!end || rows.length < pageSize) return
    last = end
  }
}
