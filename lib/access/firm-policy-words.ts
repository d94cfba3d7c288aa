import { type FirmPolicy, policyFields } from './firm-policy'

export type PolicyChange = { label: string; before: string; after: string }

export const minimumWords = {
  any: 'any second step',
  strong: 'anything but texts',
  passkey: 'a passkey',
} as const

const labels: Record<keyof FirmPolicy, string> = {
  allowsPush: 'Requests in the Authy app (OneTouch)',
  allowsApp: 'Tokens from an app',
  allowsText: 'Tokens by text',
  minimumTech: 'What techs need',
  minimumAdmin: 'What admins need',
  allowsPasskeyAlone: 'A passkey instead of the password',
  trustDays: 'Techs’ browsers are remembered',
}

/** What differs between two policies, in words and in the order of the form. */
export function changesBetween(before: FirmPolicy, after: FirmPolicy): PolicyChange[] {
  return policyFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      label: labels[field],
      before: shownValue(field, before),
      after: shownValue(field, after),
    }))
}

/** "Requests, app tokens and texts": what the firm takes beside passkeys and recovery codes. */
export function takenMethods({ allowsPush, allowsApp, allowsText }: FirmPolicy): string {
  const taken = [allowsPush && 'requests', allowsApp && 'app tokens', allowsText && 'texts'].filter(
    (word) => word !== false,
  )
  return taken.length === 0 ? 'passkeys only' : new Intl.ListFormat('en').format([...taken, 'passkeys'])
}

function shownValue(field: keyof FirmPolicy, policy: FirmPolicy): string {
  if (field === 'trustDays') return daysInWords(policy.trustDays)
  if (field === 'minimumTech' || field === 'minimumAdmin') return minimumWords[policy[field]]
  return policy[field] ? 'allowed' : 'not allowed'
}

function daysInWords(days: number): string {
  if (days === 0) return 'never'
  return days === 1 ? 'for 1 day' : `for ${days} days`
}
