import type { Actor } from '@/lib/access/policy'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { moveCase } from '@/lib/cases/move-case'
import { db } from '@/lib/db'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { lockColleague } from './lock-colleague'

type CancelChangeRefusal = 'not-found' | 'own-account' | 'nothing-pending'

export async function cancelNumberChange(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, CancelChangeRefusal>> {
  return db.$transaction(async (tx) => {
    await lockFirm(tx, actor.firmId)
    const person = await lockColleague(tx, actor, employeeId)
    if (!person) return refuse('not-found')
    if (employeeId === actor.employeeId) return refuse('own-account')
    const held = await lockOpenCase(tx, employeeId, 'number_change')
    if (!held) return refuse('nothing-pending')

    const admin = { ...actor, party: 'firm-admin' as const }
    const move = { act: 'withdrawn', to: 'withdrawn', note: 'Cancelled by an admin of the firm' } as const
    return (await moveCase(tx, held, admin, move)) ? ok({ name: person.name }) : refuse('nothing-pending')
  })
}
