import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { makeFirm } from '../factories'
import { freeNumber, hire, hireRegistered } from './people'

/** A firm that support can call back, its admin, and a tech with a working phone that signs in with it. */
export async function makeFirmWithTech(wishes: { role?: 'admin' | 'tech' } = {}) {
  const firm = await makeFirm({ requiresSecondFactor: true, mainLine: await freeNumber() })
  const person = await hireRegistered(firm, { name: 'Maria Lopez', ...wishes })
  const inUse = { numberProvenAt: new Date() }
  const tech = await db.employee.update({ where: { id: person.id }, data: inUse })
  return { firm, tech, admin: firm.admin, newNumber: await freeNumber() }
}

/** Two, since what one may not do alone takes both. */
export async function hireSupporters(): Promise<[Employee, Employee]> {
  const operator = await makeFirm({ isOperator: true })
  return [await hire(operator), await hire(operator)]
}
