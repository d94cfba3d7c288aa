import type { Standing } from './queries'

export type OwnSecondStep =
  | 'on'
  | 'reset'
  | 'being-set-up'
  | 'number-refused'
  | 'no-number'
  | 'number-on-file'

/** How the person's own second step stands, whether the firm asks for it or not. */
export function ownSecondStep({ mobileNumber, vendorState, factorResetAt, firm }: Standing): OwnSecondStep {
  if (!mobileNumber) return 'no-number'
  if (factorResetAt) return 'reset'
  if (vendorState === 'refused') return 'number-refused'
  if (!firm.requiresSecondFactor) return 'number-on-file'
  return vendorState === 'enrolled' ? 'on' : 'being-set-up'
}
