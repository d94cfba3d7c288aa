import { type FirmPolicy, policyFields } from './firm-policy'

export type PolicyChange = { label: string; before: string; after: string }

const minimumWords = {
  any: 'any method',
  strong: 'any method except text',
  passkey: 'passkey only',
} as const

export const policyLabels: Record<keyof FirmPolicy, string> = {
  allowsPush: 'OneTouch alerts (Authy app)',
  allowsApp: 'App tokens',
  allowsText: 'Text tokens',
  minimumTech: 'Minimum for techs',
  minimumAdmin: 'Minimum for admins',
  allowsPasskeyAlone: 'Passwordless sign-in with a passkey',
  trustDays: 'Trusted browsers for techs',
}

export function changesBetween(before: FirmPolicy, after: FirmPolicy): PolicyChange[] {
  return policyFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      label: policyLabels[field],
      before: policyValue(field, before[field]),
      after: policyValue(field, after[field]),
    }))
}

export function takenMethods({ allowsPush, allowsApp, allowsText }: FirmPolicy): string {
  const taken = [
    allowsPush && 'OneTouch alerts',
    allowsApp && 'app tokens',
    allowsText && 'text tokens',
  ].filter((word) => word !== false)
  return taken.length === 0 ? 'passkeys only' : new Intl.ListFormat('en').format([...taken, 'passkeys'])
}

export function policyValue(field: keyof FirmPolicy, value: string | number | boolean): string {
  if (field === 'trustDays') return daysInWords(Number(value))
  if (typeof value === 'boolean') return value ? 'allowed' : 'not allowed'
  return isMinimum(value) ? minimumWords[value] : String(value)
}

function isMinimum(value: string | number): value is keyof typeof minimumWords {
  return Object.hasOwn(minimumWords, value)
}

function daysInWords(days: number): string {
  if (days === 0) return 'never'
  return days === 1 ? '1 day' : `${days} days`
}
