import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type FreshActor, freshActorOf, freshActorOfPending } from '@/lib/session/fresh-actor'
import { endAllSessions } from '@/lib/session/sessions'
import { addPasskey } from '@/lib/sign-in-methods/passkeys/add-passkey'
import { startPasskeyRegistration } from '@/lib/sign-in-methods/passkeys/start-registration'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { removeAllMethods } from '@/lib/sign-in-methods/remove-all-methods'
import { removeMethod } from '@/lib/sign-in-methods/remove-method'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession } from '../factories'
import { makePending } from '../pending'
import { freshActorFor, must } from '../sign-in-methods/passkeys/people'
import { SoftwarePasskey } from '../sign-in-methods/passkeys/software-passkey'
import { makeApp, tokenOf } from '../sign-in-methods/totp/apps'

const newTech = async () => makeEmployee(await makeFirm({ requiresSecondFactor: true }))
const insideSignIn = async (tech: Employee) =>
  must(freshActorOfPending({ ...(await makePending(tech)), provenBy: 'text' }))

const putOut = {
  'the sessions are ended': (id: string) => db.$transaction((tx) => endAllSessions(tx, id)),
  'the second step is taken away': (id: string) => db.$transaction((tx) => removeAllMethods(tx, id)),
  'the person is deactivated': (id: string) =>
    db.employee.update({ where: { id }, data: { active: false } }).then(() => {}),
}

/** The proof was read before, the change comes after: a person signed out in between leaves nothing behind. */
async function changeAfter(freshActor: FreshActor, between: () => Promise<void>) {
  const app = must(await startApp(freshActor, 'Not mine'))
  const token = await tokenOf(app)
  const options = must(await startPasskeyRegistration(freshActor))
  const { id: own } = await makeApp({ id: freshActor.employeeId })
  await between()
  const before = await methodsOf(freshActor.employeeId)
  expect(await confirmApp(freshActor, app.appId, token)).toMatchObject({ ok: false })
  expect(await addPasskey(freshActor, 'Not mine', new SoftwarePasskey().make(options))).toMatchObject({
    ok: false,
  })
  expect(await generateRecoveryCodes(freshActor)).toMatchObject({ ok: false })
  expect(await removeMethod(freshActor, own)).toMatchObject({ ok: false })
  expect(await methodsOf(freshActor.employeeId)).toEqual(before)
}

async function methodsOf(employeeId: string) {
  return {
    apps: await db.totpApp.count({ where: { employeeId, confirmedAt: { not: null } } }),
    passkeys: await db.passkey.count({ where: { employeeId } }),
    codes: await db.recoveryCode.count({ where: { employeeId } }),
  }
}

test.each(Object.entries(putOut))('nobody adds or removes anything after %s', async (_, between) => {
  for (const makeFreshActor of [freshActorFor, insideSignIn]) {
    const tech = await newTech()
    await changeAfter(await makeFreshActor(tech), () => between(tech.id))
  }
})

test('a password is not enough once the firm or the person asks for a second step', async () => {
  const askedBy = {
    firm: (tech: Employee) =>
      db.firm.update({ where: { id: tech.firmId }, data: { requiresSecondFactor: true } }),
    person: (tech: Employee) => makeApp(tech),
  }
  for (const ask of Object.values(askedBy)) {
    const tech = await makeEmployee(await makeFirm())
    const sessionId = await makeSession(tech)
    await db.session.update({ where: { id: sessionId }, data: { secondFactorAt: null, secondFactor: null } })
    const freshActor = must(await freshActorOf(actorFor(tech, { sessionId, secondFactorAt: null })))
    const options = must(await startPasskeyRegistration(freshActor))
    await ask(tech)
    expect(await addPasskey(freshActor, 'Not mine', new SoftwarePasskey().make(options))).toEqual({
      ok: false,
      reason: 'unasked',
    })
  }
})
