import { countMethods } from '@/lib/access/count-methods'
import { usableMethods } from '@/lib/access/methods'
import type { Standing } from './queries'

export type OwnSecondFactor =
  | 'on'
  | 'reset'
  | 'being-enrolled'
  | 'number-refused'
  | 'stronger-needed'
  | 'no-number'
  | 'number-on-file'

export function ownSecondFactor(standing: Standing): OwnSecondFactor {
  const { mobileNumber, vendor, vendorState, factorResetAt, methods } = standing
  if (factorResetAt) return 'reset'
  const asked = isAsked(standing)
  if (asked && isEnrolledWithOwn(standing)) return 'on'
  if (!mobileNumber) return 'no-number'
  // Twilio Verify texts any number; Authy must register the person first.
  if (vendor === 'authy' && vendorState === 'refused') return 'number-refused'
  if (!asked) return 'number-on-file'
  if (vendor === 'authy' && vendorState !== 'registered') return 'being-enrolled'
  const usable = usableMethods(methods.own, methods.role, methods.policy)
  return usable.some((method) => method !== 'recovery-code') ? 'on' : 'stronger-needed'
}

export function isAsked({ mustUseSecondFactor }: Pick<Standing, 'mustUseSecondFactor'>): boolean {
  return mustUseSecondFactor
}

function isEnrolledWithOwn({ methods: { own, role, policy } }: Standing): boolean {
  const ofOwn = {
    ...own,
    hasPhone: false,
    hasVendorApp: false,
    hasUsedVendorApp: false,
    recoveryCodesLeft: 0,
  }
  return usableMethods(ofOwn, role, policy).length > 0
}

export function methodsSentence({ methods }: Pick<Standing, 'methods'>): string {
  const count = countMethods(methods)
  const { passkeys } = methods.own
  if (count === 0) return 'You have no sign-in method besides your password.'
  if (count === 1) return `You have 1 sign-in method${passkeys ? ", and it's phishing-resistant" : ''}.`
  if (passkeys === 0) return `You have ${count} sign-in methods. Add a passkey for phishing protection.`
  if (passkeys === count) return `You have ${count} sign-in methods. All are phishing-resistant.`
  return `You have ${count} sign-in methods. ${passkeys === 1 ? 'One is' : `${passkeys} are`} phishing-resistant.`
}

export type MethodsReminder = 'no-method' | 'one-method' | 'no-codes'

export function methodsReminder(standing: Standing): MethodsReminder | null {
  if (!isAsked(standing) || standing.factorResetAt) return null
  const count = countMethods(standing.methods)
  if (count < 2) return count === 0 ? 'no-method' : 'one-method'
  return standing.methods.own.recoveryCodesLeft === 0 ? 'no-codes' : null
}
