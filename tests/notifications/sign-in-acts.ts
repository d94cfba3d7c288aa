import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { notifyUnfinished } from '@/lib/sign-in/notify-unfinished'
import { checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import type { Employee } from '@/prisma/client/client'
import { done } from '../cases/walk'
import { makeEmployee, makeFirm } from '../factories'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import { addPasskeyOf, askOwn, makeTech } from '../sign-in-methods/passkeys/people'
import { techWithCodes, wrongCodeLike } from '../sign-in-methods/recovery-codes/sets'
import { makeTrusted } from '../sign-in-methods/trusted-browsers/trusting'
import { type Act, newTech } from './acts'
import type { Outside } from './outside'

export const signInActs = ({ denyPush }: Outside): Act[] => [
  [
    'a sign-in from a new browser',
    async () => {
      const tech = await makeEmployee(await makeFirm())
      done(await finishSignIn(await makePending(tech), { kind: 'password' }))
      return [['New sign-in to your Partner Portal account', tech]]
    },
  ],
  [
    'the right password and five wrong tokens',
    async () => {
      const tech = await makeRegistered()
      const pending = await makePending(tech)
      for (let tries = 0; tries < 5; tries++) await checkToken(pending, '0000000')
      return [['Sign-in attempt blocked', tech]]
    },
  ],
  [
    'the right password and no second step',
    async () => {
      const tech = await newTech()
      await makePending(tech, { expiresInSeconds: -1 })
      await notifyUnfinished()
      await notifyUnfinished()
      return [['Sign-in attempt blocked', tech]]
    },
  ],
  ['the tenth wrong token in a row', async () => [['Too many wrong tokens', await afterWrongTokens(9)]]],
  [
    'the hundredth wrong token in a row',
    async () => [['Tokens turned off for your account', await afterWrongTokens(99)]],
  ],
  [
    'the tenth wrong recovery code in a row',
    async () => {
      const { tech, code } = await techWithCodes()
      await db.employee.update({ where: { id: tech.id }, data: { wrongCodesInRow: 9 } })
      await checkToken(await makePending(tech), wrongCodeLike(code))
      return [['Too many wrong recovery codes', tech]]
    },
  ],
  [
    'a denied request on the phone',
    async () => {
      const firm = await makeFirm({ requiresSecondFactor: true })
      const tech = await makeRegistered(firm)
      await deny(tech, denyPush)
      return [
        ['You denied a sign-in', tech],
        [`${tech.name} denied a sign-in`, firm.admin],
      ]
    },
  ],
  [
    'a recovery code that was used',
    async () => {
      const { tech, code } = await techWithCodes()
      const pending = await makePending(tech)
      done(await finishSignIn(pending, done(await checkToken(pending, code))))
      return [['Recovery code used to sign in', tech]]
    },
  ],
  [
    'a copied passkey',
    async () => {
      const tech = await makeTech()
      const { passkey } = await addPasskeyOf(tech, { counts: true })
      const pending = await makePending(tech)
      await checkPasskey(pending, passkey.use(await askOwn(pending), { counter: 1 }))
      return [['Passkey disabled: possible copy detected', tech]]
    },
  ],
  [
    'a browser that is trusted',
    async () => [['Trusted browser added to your account', (await makeTrusted()).tech]],
  ],
]

async function afterWrongTokens(wrongTokensInRow: number): Promise<Employee> {
  const tech = await makeRegistered()
  await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow } })
  await checkToken(await makePending(tech), '0000000')
  return tech
}

async function deny(
  tech: Awaited<ReturnType<typeof makeRegistered>>,
  onPhone: Outside['denyPush'],
): Promise<void> {
  const pending = await makePending(tech)
  const push = done(await createPush(pending))
  await sendPush(push)
  await onPhone(tech.mobileNumber)
  // The vendor is asked from two seconds after the push on.
  await db.$executeRaw`update push set created_at = created_at - interval '3 seconds' where id = ${push.pushId}::uuid`
  for (let times = 0; times < 2; times++) await settleThenReadPush(pending.pendingId)
}
