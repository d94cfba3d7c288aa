import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../factories'

/** A mail that an act brings, and who gets it. */
export type Notified = [subject: string | RegExp, reader: Employee]
export type Act = [name: string, act: () => Promise<Notified[]>]

export async function newTech(wishes: Parameters<typeof makeEmployee>[1] = {}): Promise<Employee> {
  return makeEmployee(await makeFirm({ requiresSecondFactor: true }), wishes)
}
