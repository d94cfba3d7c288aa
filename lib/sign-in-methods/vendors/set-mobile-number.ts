import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { LockedEmployee } from '@/lib/lock-employee'
import type { Prisma } from '@/prisma/client/client'
import { firstState, vendorFor } from './vendor-of-number'

type Terms = {
  /** A token from this phone was typed just now. `vendorUserId`: the phone at Authy, null where Twilio Verify texted. */
  proven?: { vendorUserId: string | null }
  /** A proven number ends a reset too. After any other one, a person with a reset second factor still has to enroll the phone. */
  endsReset?: boolean
  changedBy?: string
  /** Written in the same update: PostgreSQL checks a number and the state that needs it together. */
  also?: Prisma.EmployeeUpdateInput
}

/**
 * The only writer of a person's number, except for adding the person. Everything the old phone has shown ends with it: that its
 * number was proven and tested, that the vendor's app is on it, and what was typed wrongly. The vendor hears of both numbers.
 * The caller has locked the firm and the person, and ends the sessions.
 */
export async function setMobileNumber(
  tx: Tx,
  person: LockedEmployee,
  mobileNumber: string | null,
  { proven, endsReset = proven !== undefined, changedBy, also }: Terms = {},
): Promise<void> {
  const { id: employeeId, firmId, now } = person
  const vendorUserId = proven?.vendorUserId ?? null
  const vendor = vendorUserId ? 'authy' : await vendorFor(tx, firmId, mobileNumber)
  const staysReset = person.factorResetAt !== null && !endsReset
  const unregistered = staysReset ? 'none' : firstState(vendor, mobileNumber)
  const vendorState = vendorUserId ? 'registered' : unregistered
  const isOther = mobileNumber !== person.mobileNumber
  await tx.employee.update({
    where: { id: employeeId },
    data: {
      ...also,
      ...(isOther
        ? { numberChangedAt: now, testedAt: null, version: { increment: 1 }, changedAt: now, changedBy }
        : {}),
      mobileNumber,
      numberProvenAt: proven ? now : null,
      vendor,
      vendorUserId,
      vendorState,
      vendorRefusal: null,
      vendorAppUsedAt: null,
      factorResetAt: endsReset ? null : undefined,
      wrongTokensInRow: 0,
      tokensLockedUntil: null,
    },
  })
  if (vendorState === 'waiting') await enqueue(tx, 'register-at-vendor', { employeeId })
  const old = person.vendorUserId
  if (old && old !== vendorUserId) await enqueue(tx, 'remove-at-vendor', { vendorUserId: old })
}
