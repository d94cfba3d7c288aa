import { Prisma } from '@/prisma/client/client'
import { openStates, undecidedStates } from './rules'

/** PostgreSQL matches partial indexes by literals, not by parameters. */
export const openInSql = listed(openStates)
export const undecidedInSql = listed(undecidedStates)

function listed(states: readonly string[]): Prisma.Sql {
  return Prisma.raw(states.map((state) => `'${state}'`).join(', '))
}
