import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { LockedEmployee } from '@/lib/lock-employee'
import type { Prisma } from '@/prisma/client/client'
import { firstState, vendorFor } from './vendor-of-number'

type Terms = {
  proven?: { vendorUserId: string | null }
  /** By default only a proven number ends a reset; after any other, the person still has to enroll the phone. */
  endsReset?: boolean
  changedBy?: string
  /** PostgreSQL checks a number and the state that needs it together, so one update writes both. */
  also?: Prisma.EmployeeUpdateInput
}

/** The only writer of an existing person's number; the caller locks firm and person and ends the sessions. */
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
      // A denial on the old phone says nothing about the new one.
      pushesLockedAt: proven ? null : undefined,
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
