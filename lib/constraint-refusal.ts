import { Prisma } from '@/prisma/client/client'

export type ConstraintRefusal = 'number-required' | 'last-admin' | 'email-taken' | 'changed-meanwhile'

/** Catches around the whole transaction, which PostgreSQL has aborted by then. */
export async function refuseLostRaces<Answer>(
  transaction: () => Promise<Answer>,
): Promise<Answer | { ok: false; reason: ConstraintRefusal }> {
  try {
    return await transaction()
  } catch (error) {
    const reason = constraintRefusal(error)
    if (!reason) throw error
    return { ok: false, reason }
  }
}

/** Reads PostgreSQL's own message: Prisma's codes differ between model and raw queries. */
export function constraintRefusal(error: unknown): ConstraintRefusal | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const adapterError = error.meta?.driverAdapterError
  if (!(adapterError instanceof Error) || !isDatabaseCause(adapterError.cause)) return null
  const { originalMessage } = adapterError.cause
  return refusals.find(([words]) => originalMessage.includes(words))?.[1] ?? null
}

const refusals: [words: string, reason: ConstraintRefusal][] = [
  ['"employee_number_required"', 'number-required'],
  ['a firm needs an active admin', 'last-admin'],
  ['"employee_email_key"', 'email-taken'],
  ['"employee_firm_rule_fkey"', 'changed-meanwhile'],
]

function isDatabaseCause(cause: unknown): cause is { originalMessage: string } {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'originalMessage' in cause &&
    typeof cause.originalMessage === 'string'
  )
}
