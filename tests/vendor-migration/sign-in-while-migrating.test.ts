import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { finishMigration } from '@/lib/vendor-migration/finish-migration'
import { startMigration } from '@/lib/vendor-migration/start-migration'
import { simulatedAuthy } from '../authy'
import { actorFor, makeFirm } from '../factories'
import { makePending } from '../pending'
import { rounds } from '../races/rounds'
import { type Member, makeAuthyFirm, runMigrationJob } from './migrating-firm'

const authy = simulatedAuthy()

/** As if the texts were of the day before yesterday: the pauses between texts are not what is tested here. */
const forgetTexts = (employeeId: string) => db.$executeRaw`
  update sent_token set created_at = created_at - interval '2 days' where employee_id = ${employeeId}::uuid`

let addresses = 0
const anAddress = () => `2001:db8:${(addresses++).toString(16)}::1`

/** The password alone never opens a session; whatever the token, what comes out is a finished sign-in or null. */
async function signInBy(member: Member, tokenBy: 'text' | 'app'): Promise<string | null> {
  const pending = await makePending(member)
  const bare = await finishSignIn(pending, { kind: 'password' })
  expect(bare).toEqual({ ok: false, reason: 'second-step-required' })

  if (tokenBy === 'text') {
    await forgetTexts(member.id)
    const sent = await sendToken(pending, anAddress())
    if (!sent.ok) return null
  }
  const texted = async () => (await authy.messages(member.mobileNumber))[0]?.code ?? ''
  const token = tokenBy === 'text' ? await texted() : await authy.appToken(member.mobileNumber)
  const checked = await checkToken(pending, token)
  if (!checked.ok) return null
  const finished = await finishSignIn(pending, checked.value)
  return finished.ok ? finished.value.sessionSecret : null
}

/** By the app, and by a text where the app does not work any more: the two methods of the page. */
async function signIn(member: Member, first: 'text' | 'app'): Promise<boolean> {
  return Boolean((await signInBy(member, first)) ?? (await signInBy(member, 'text')))
}

async function countMigrated(firmId: string, what: 'moved' | 'freed'): Promise<number> {
  const where = what === 'moved' ? { vendor: 'verify' as const } : { vendorUserId: null }
  return db.employee.count({ where: { firmId, role: 'tech', ...where } })
}

/** Everybody signs in again and again until the move is through; answers what each attempt has seen of it. */
async function signInDuring(
  people: Member[],
  move: Promise<void>,
  seen: () => Promise<number>,
): Promise<number[]> {
  const progress: number[] = []
  let isOver = false
  const done = move.finally(() => {
    isOver = true
  })
  await Promise.all(
    people.map(async (member, place) => {
      for (let round = 0; round === 0 || !isOver; round++) {
        progress.push(await seen())
        const by = (place + round) % 2 === 0 ? 'text' : 'app'
        expect(await signIn(member, by), `${member.mobileNumber} by ${by}`).toBe(true)
      }
    }),
  )
  await done
  return progress
}

/** More than the job takes at once, so that it has a middle. Every tenth keeps signing in. */
const size = rounds({ few: 100, full: 200 })

test('a firm is migrated while a tenth keeps signing in, and then Authy is off', async () => {
  const supporter = actorFor((await makeFirm({ isOperator: true })).admin)
  const { firm, members } = await makeAuthyFirm(size)
  const busy = members.filter((_, place) => place % 10 === 0)
  const isMidway = (count: number) => count > 0 && count < members.length

  await startMigration(supporter, firm.id)
  const moving = await signInDuring(busy, runMigrationJob(firm.id), () => countMigrated(firm.id, 'moved'))
  expect(moving.some(isMidway)).toBe(true)
  expect(await countMigrated(firm.id, 'moved')).toBe(size)

  await finishMigration(supporter, firm.id)
  const leaving = await signInDuring(busy, runMigrationJob(firm.id), () => countMigrated(firm.id, 'freed'))
  expect(leaving.some(isMidway)).toBe(true)
  expect(await countMigrated(firm.id, 'freed')).toBe(size)

  await fetch(`${process.env.AUTHY_URL}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ route: 'any', fault: 'reset' }),
  })
  for (let done = 0; done < members.length; done += 20) {
    const some = members.slice(done, done + 20)
    const signedIn = await Promise.all(some.map((member) => signInBy(member, 'text')))
    expect(signedIn.filter((secret) => secret === null)).toEqual([])
  }

  // None was let in with less: every sign-in has used up a token of its own, and no session is without a second step.
  const [sums] = await db.$queryRaw<Array<{ signedIn: number; consumed: number; bare: number }>>`
    select (select count(*)::int from audit_event where firm_id = ${firm.id}::uuid and action = 'sign-in.finished'
        and details->>'secondFactor' in ('text', 'authy-app')) as "signedIn",
      (select count(*)::int from consumed_token) as consumed,
      (select count(*)::int from session s join employee e on e.id = s.employee_id where e.firm_id = ${firm.id}::uuid
        and (s.second_factor_at is null or s.second_factor not in ('text', 'authy-app'))) as bare`
  expect(sums).toMatchObject({ bare: 0, consumed: sums?.signedIn })
  expect(sums?.signedIn).toBeGreaterThanOrEqual(size * 1.2)
})
