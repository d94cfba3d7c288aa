import { db, type Tx } from '@/lib/db'
import { env, isLocal } from '@/lib/env'
import { enqueue } from '@/lib/jobs/enqueue'
import { hashPassword } from '@/lib/passwords/password'
import { type CastFirm, cast, castPassphrase } from './cast'

/** Adds the cast to an empty local database, and returns whether it did. Their passwords are public. */
export async function seed(): Promise<boolean> {
  if (!isLocal(env.DATABASE_URL) || env.PORTAL_PROFILE === 'production') {
    throw new Error(
      'The demo people can only be added to a local demo or test database. Check DATABASE_URL and PORTAL_PROFILE.',
    )
  }
  if ((await db.firm.count()) > 0) return false

  const hashed = await Promise.all(
    cast.map(async (firm) => ({ firm, passwords: await Promise.all(firm.people.map(hashPassphrase)) })),
  )
  // All firms or none: the next start takes a database with one firm for a complete one.
  await db.$transaction(
    async (tx) => {
      for (const { firm, passwords } of hashed) await seedFirm(tx, firm, passwords)
    },
    { timeout: 60_000 },
  )
  return true
}

function hashPassphrase() {
  return hashPassword(castPassphrase)
}

async function seedFirm(
  tx: Tx,
  { name, isOperator, requiresSecondFactor, mainLine, people }: CastFirm,
  passwords: Awaited<ReturnType<typeof hashPassword>>[],
): Promise<void> {
  const firm = await tx.firm.create({
    data: { name, isOperator, requiresSecondFactor, mainLine, defaultCountry: 'US' },
  })
  for (const [index, { isNew, ...person }] of people.entries()) {
    const provenAt = requiresSecondFactor && !isNew ? new Date() : null
    const { id } = await tx.employee.create({
      data: {
        ...person,
        firmId: firm.id,
        firmRequiresSecondFactor: requiresSecondFactor,
        firmIsOperator: isOperator,
        numberProvenAt: provenAt,
        testedAt: provenAt,
        vendorState: person.mobileNumber ? 'waiting' : 'none',
        credential: { create: passwords[index] },
      },
    })
    if (person.mobileNumber) await enqueue(tx, 'register-at-vendor', { employeeId: id })
  }
}
