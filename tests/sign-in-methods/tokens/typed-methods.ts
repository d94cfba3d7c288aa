import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { numberHash } from '@/lib/sign-in-methods/tokens/number-hash'
import { provider, tokenTexts } from '@/lib/sign-in-methods/vendors/vendors'
import type { Employee } from '@/prisma/client/client'
import type { simulatedAuthy } from '../../authy'
import { makeEmployee, makeFirm } from '../../factories'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'
import { makeCodes, wrongCodeLike } from '../recovery-codes/sets'
import { makeApp, tokenOf, wrongTokenFor } from '../totp/apps'

type Person = Pick<Employee, 'id'>
/** One method of a person: how a sign-in gets to it, and what is typed there. */
type Typed = {
  person: Person
  begin: () => Promise<PendingSignIn>
  wrong: () => Promise<string>
  right: () => Promise<string>
}

export const oneMore = (digits: string) =>
  String((Number(digits) + 1) % 10 ** digits.length).padStart(digits.length, '0')

function textOf({ pendingId, employeeId, firmId, mobileNumber }: PendingSignIn) {
  const ids = { pendingSignInId: pendingId, employeeId, firmId }
  return { ...ids, numberHash: numberHash(mobileNumber ?? ''), status: 'sent' } as const
}

/** Everything that can be typed into *Token or Security Key*. */
export function typedMethods(authy: ReturnType<typeof simulatedAuthy>) {
  async function textByAuthy(): Promise<Typed> {
    const person = await makeRegistered()
    await authy.devices(person.mobileNumber, [])
    const { vendorUserId, mobileNumber } = person
    async function begin() {
      // As if ten minutes had passed since the last text, whose tries would be those of this one.
      await authy.passTime(11 * 60)
      await db.sentToken.deleteMany({ where: { employeeId: person.id } })
      const pending = await makePending(person)
      const sent = await provider.sendToken(vendorUserId)
      if (!sent.ok) throw new Error(sent.failure)
      await db.sentToken.create({ data: { ...textOf(pending), vendor: 'authy', vendorUserId } })
      return pending
    }
    const texted = async () => (await authy.messages(mobileNumber))[0]?.code ?? ''
    return {
      person,
      begin,
      wrong: async () => oneMore(await texted()),
      right: texted,
    }
  }

  async function textByVerify(): Promise<Typed> {
    const person = await makeEmployee(await makeFirm({ requiresSecondFactor: true }), { vendor: 'verify' })
    const mobileNumber = person.mobileNumber ?? ''
    async function begin() {
      // A text has five tries at the vendor too, and the vendor sends few: the next one comes when the last has ended.
      await authy.passTime(11 * 60)
      await db.sentToken.deleteMany({ where: { employeeId: person.id } })
      const pending = await makePending(person)
      const sent = await tokenTexts?.send(mobileNumber)
      if (!sent?.ok) throw new Error(sent?.failure ?? 'There is no Verify')
      await db.sentToken.create({
        data: { ...textOf(pending), vendor: 'verify', vendorId: sent.value.verificationId },
      })
      return pending
    }
    const texted = async () => (await authy.messages(mobileNumber))[0]?.code ?? ''
    return { person, begin, wrong: async () => oneMore(await texted()), right: texted }
  }

  async function appOfAuthy(): Promise<Typed> {
    const person = await makeRegistered()
    const shown = () => authy.appToken(person.mobileNumber)
    return { person, begin: () => makePending(person), wrong: async () => '0000000', right: shown }
  }

  async function ownApp(): Promise<Typed> {
    const person = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
    const app = await makeApp(person)
    return {
      person,
      begin: () => makePending(person),
      wrong: () => wrongTokenFor(app),
      right: () => tokenOf(app),
    }
  }

  async function recoveryCode(): Promise<Typed> {
    const person = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
    const [code = ''] = await makeCodes(person)
    const wrong = async () => wrongCodeLike(code)
    return { person, begin: () => makePending(person), wrong, right: async () => code }
  }

  return { textByAuthy, textByVerify, appOfAuthy, ownApp, recoveryCode }
}

/** The seconds that somebody has to wait now, for tokens or for codes. */
export async function waitOf(person: Person, lock: 'tokens' | 'codes'): Promise<number> {
  const [row] = await db.$queryRaw<Array<{ tokens: number; codes: number }>>`
    select coalesce(greatest(ceil(extract(epoch from tokens_locked_until - now())), 0), 0)::int as tokens,
      coalesce(greatest(ceil(extract(epoch from codes_locked_until - now())), 0), 0)::int as codes
    from employee where id = ${person.id}::uuid`
  return row?.[lock] ?? -1
}

/** As if the wait were over, and the hour of the phone's own limit with it. */
export async function passWait({ id }: Person): Promise<void> {
  await db.$executeRaw`
    update employee set tokens_locked_until = now(), codes_locked_until = now() where id = ${id}::uuid`
  await db.$executeRaw`delete from rate_limit where key like 'tokens-phone-firm:%'`
}

export async function type(pending: PendingSignIn, typed: string): Promise<string> {
  const checked = await checkToken(pending, typed)
  return checked.ok ? 'right' : checked.reason
}

/** What is said to it. Codes have a count of their own. */
export const wordsOf = (method: string) =>
  method === 'recoveryCode'
    ? ({ lock: 'codes', wrong: 'wrong-code', locked: 'codes-locked', disabled: 'codes-locked' } as const)
    : ({ lock: 'tokens', wrong: 'wrong', locked: 'locked', disabled: 'disabled' } as const)
