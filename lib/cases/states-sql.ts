import { Prisma } from '@/prisma/client/client'
import { openStates, undecidedStates } from './rules'

/** For `state in (…)`. As literals, not parameters: the partial indexes are found by them. */
export const openInSql = listed(openStates)
export const undecidedInSql = listed(undecidedStates)

function listed(states: readonly string[]): Prisma.Sql {
  return Prisma.raw(states.map((state) => `'${state}'`).join(', '))
}
