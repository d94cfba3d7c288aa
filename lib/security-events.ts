import { log } from './log'

/** Alarms count these names in the log. docs/security-events.md says what each means. */
const sentences = {
  'callback-forged': 'A callback without a valid signature was refused',
  'callback-unreadable': 'A callback could not be read',
  'callback-repeated': 'A signed callback arrived a second time',
  'callback-unknown-push': 'A signed callback names an alert that the portal did not send',
  'callback-foreign-push': 'A signed callback names another person than the one who got the alert',
  'callback-ended-push': 'A signed callback names an alert that has ended',
  'vendor-wrong-person': 'A vendor answered about another person than the portal asked about',
  'internal-header': 'A request carried a header that only the framework may set',
  'foreign-address': 'A request named another host than the portal',
  'unreadable-address': 'A request had an address that cannot be decoded',
  method: 'A request used a method that its address does not have',
  'foreign-form': 'A form came from outside the portal',
  'too-large': 'A form was larger than the portal accepts',
  'unreadable-form': 'An action was called with something other than its form',
}

export type SecurityEvent = keyof typeof sentences
export const securityEvents = Object.keys(sentences) as SecurityEvent[]

// The framework loads a module more than once in a process.
const kept = globalThis as { securityEventCounts?: Map<SecurityEvent, number> }
kept.securityEventCounts ??= new Map()

/** Since the process started. */
export const securityEventCounts: ReadonlyMap<SecurityEvent, number> = kept.securityEventCounts

export function reportSecurityEvent(event: SecurityEvent, facts: Record<string, unknown> = {}): void {
  const count = (securityEventCounts.get(event) ?? 0) + 1
  kept.securityEventCounts?.set(event, count)
  log.warn({ event, count, ...facts }, sentences[event])
}
