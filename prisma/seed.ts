import { db } from '@/lib/db'
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

  for (const firm of cast) await seedFirm(firm)
  return true
}

async function seedFirm({
  name,
  isOperator,
  requiresSecondFactor,
  mainLine,
  people,
}: CastFirm): Promise<void> {
  const hashed = await Promise.all(
    people.map(async (person) => ({ person, password: await hashPassword(castPassphrase) })),
  )

  await db.$transaction(async (tx) => {
    const firm = await tx.firm.create({
      data: { name, isOperator, requiresSecondFactor, mainLine, defaultCountry: 'US' },
    })
    for (const { person: known, password } of hashed) {
      const { isNew, ...person } = known
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
          credential: { create: password },
        },
      })
      if (person.mobileNumber) await enqueue(tx, 'register-at-vendor', { employeeId: id })
    }
  })
}
