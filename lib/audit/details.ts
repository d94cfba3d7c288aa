import { z } from 'zod'

/** One line of an event's details: a plain fact, or what stood there before and after. */
export type Detail = { label: string; value: string; before?: string }

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
const change = z.strictObject({ before: plain.optional(), after: plain.optional() })

/** The stored details as lines to read. What has another shape than these is left out rather than shown raw. */
export function describeDetails(details: unknown): Detail[] {
  const facts = z.record(z.string(), z.unknown()).safeParse(details)
  if (!facts.success) return []
  return Object.entries(facts.data).flatMap(([name, value]) => {
    const fact = plain.safeParse(value)
    if (fact.success) return [{ label: words(name), value: shown(fact.data) }]
    const changed = change.safeParse(value)
    if (!changed.success) return []
    return [{ label: words(name), before: shown(changed.data.before), value: shown(changed.data.after) }]
  })
}

/** "mobileNumber" reads "Mobile number", "isThrottled" reads "Throttled". */
function words(name: string): string {
  const spaced = name
    .replace(/^is(?=[A-Z])/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function shown(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  // A name of ours, such as password_reset; what people have typed stays as it is.
  return /^[a-z]+(_[a-z]+)+$/.test(String(value)) ? String(value).replaceAll('_', ' ') : String(value)
}
