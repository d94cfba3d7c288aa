import { type FirmPolicy, policyFields } from '@/lib/access/firm-policy'
import { policyQuery } from '@/lib/firms/schema'

type ReadPolicy = { policy: FirmPolicy; errors: Record<string, string> }

/** The choice that stands in the address; what the firm has now where none does. A box that is not ticked sends nothing. */
export function readPolicy(
  params: Record<string, string | string[] | undefined>,
  firm: FirmPolicy,
): ReadPolicy {
  const hasChoice = policyFields.some((field) => field in params)
  if (!hasChoice) return { policy: firm, errors: {} }
  const read = policyQuery.safeParse(params)
  if (read.success) return { policy: read.data, errors: {} }
  const errors = read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message])
  return { policy: firm, errors: Object.fromEntries(errors) }
}

/** The same choice as the fields of a form. */
export function fieldsOf(policy: FirmPolicy): Record<string, string> {
  const fields = policyFields.flatMap((field): Array<[string, string]> => {
    const value = policy[field]
    if (value === false) return []
    return [[field, value === true ? 'on' : String(value)]]
  })
  return Object.fromEntries(fields)
}
