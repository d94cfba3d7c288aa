import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'
import { tryTypedCode } from '@/lib/sign-in-methods/push/try-typed-code'
import type { Employee } from '@/prisma/client/client'
import type { simulatedAuthy } from '../authy'
import { makeEmployee, makeFirm } from '../factories'
import { makeRegistered } from '../registered'
import { addPasskeyOf, askOwn, must } from './passkeys/people'
import { type Place, wordOf } from './places'
import { makeCodes } from './recovery-codes/sets'
import { makeApp, tokenOf } from './totp/apps'

/** Gives one proof at a place: 'accepted', or why not. */
type Give = (place: Place) => Promise<string>

export type Holder = {
  person: Employee
  /** Asks for a proof at the place, or reads one where nothing is asked for; perhaps one from ten minutes ago. */
  obtain: (place: Place, isOld?: boolean) => Promise<Give>
}

export function holdersOfProofs(authy: ReturnType<typeof simulatedAuthy>) {
  const typed = (token: string): Give => {
    return (place) => place.type(token)
  }

  function texted(person: Employee): Holder {
    return {
      person,
      async obtain({ ask }, isOld) {
        must(await ask())
        const [message] = await authy.messages(person.mobileNumber ?? '')
        if (isOld) await passTextTime(authy, person)
        return typed(message?.code ?? '')
      },
    }
  }

  async function alerted(pushMode: 'swipe' | 'typed'): Promise<Holder> {
    const person = await makeRegistered(await makeFirm({ requiresSecondFactor: true, pushMode }))
    return {
      person,
      async obtain({ pending }) {
        const opened = must(await createPush(pending))
        await sendPush(opened)
        // The vendor is asked from two seconds after the push on.
        await db.$executeRaw`
          update push set created_at = created_at - interval '3 seconds' where id = ${opened.pushId}::uuid`
        const [push] = await authy.pushes(person.mobileNumber)
        await authy.answer(person.mobileNumber, push?.uuid ?? '', 'approve')
        await settleThenReadPush(pending.pendingId)
        return approved(push?.details['Type this code'] ?? null)
      },
    }
  }

  return {
    'Authy text': async () => texted(await makeRegistered()),
    'Verify text': async () => texted(await makeMigrated()),
    'Authy app token': async () => {
      const person = await makeRegistered()
      return {
        person,
        async obtain(_, isOld) {
          const token = await authy.appToken(person.mobileNumber)
          if (isOld) await authy.passTime(600)
          return typed(token)
        },
      }
    },
    'own app token': async () => {
      const person = await makeRegistered()
      const app = await makeApp(person)
      return { person, obtain: async (_, isOld) => typed(await tokenOf(app, isOld ? 20 : 0)) }
    },
    'OneTouch alert': () => alerted('swipe'),
    'typed alert': () => alerted('typed'),
    'recovery code': async () => {
      const person = await makeRegistered()
      const [code = ''] = await makeCodes(person)
      return { person, obtain: async () => typed(code) }
    },
    passkey: async () => {
      const person = await makeRegistered()
      const { passkey } = await addPasskeyOf(person)
      return {
        person,
        async obtain({ pending: asking }) {
          const answer = passkey.use(await askOwn(asking))
          return async ({ pending }) => {
            const checked = await checkPasskey(pending, answer)
            return wordOf(checked.ok ? await finishSignIn(pending, checked.value) : checked)
          }
        },
      }
    },
  } satisfies Record<string, () => Promise<Holder>>
}

/** The life of a text is over, for the portal and the vendors. */
async function passTextTime(authy: ReturnType<typeof simulatedAuthy>, { id }: Employee): Promise<void> {
  await authy.passTime(660)
  await db.$executeRaw`
    update sent_token set created_at = created_at - interval '11 minutes' where employee_id = ${id}::uuid`
}

function approved(typedCode: string | null): Give {
  return async ({ pending }) => {
    if (!typedCode) return wordOf(await finishSignIn(pending, { kind: 'push', typedCodeHash: null }))
    const tried = await tryTypedCode(pending.pendingId, typedCode)
    if (!tried.ok) return tried.reason
    return wordOf(await finishSignIn(pending, { kind: 'push', typedCodeHash: tried.value }))
  }
}

/** A tech whose texts go by Twilio Verify, and whom Authy does not know. */
async function makeMigrated(): Promise<Employee> {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { vendor: 'verify' } })
  return makeEmployee(firm, { vendor: 'verify' })
}
