import { expect, test } from 'vitest'
import { takeOwnData } from '@/lib/account/own-data'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { actorFor, makeEmployee } from '../factories'
import { makeApp } from '../sign-in-methods/totp/apps'
import { eventsOf, freshActorFrom, makePasskey, makeTrusted, newTech, signedIn } from './own'

test('it has the whole number, sign-in methods, sessions, notifications and events', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  await makeApp(tech)
  await makePasskey(tech)
  await makeTrusted(tech)
  await generateRecoveryCodes(await freshActorFrom(actor))

  const { person, signInMethods, events } = await takeOwnData(actor)
  expect(person).toMatchObject({ name: tech.name, mobileNumber: tech.mobileNumber, role: 'tech' })
  expect(person.sessions).toHaveLength(1)
  expect(person.trustedBrowsers).toHaveLength(1)
  expect(person.notifications).toMatchObject([{ content: { kind: 'recovery-codes-made' } }])
  expect(signInMethods.passkeys).toMatchObject([{ name: 'Laptop' }])
  expect(signInMethods.apps).toMatchObject([{ name: 'Phone' }])
  expect(signInMethods.recoveryCodes).toHaveLength(10)
  expect(events).toMatchObject([
    { action: 'account.data-downloaded' },
    { action: 'recovery-codes.generated', place: 'this computer' },
  ])
  expect(await eventsOf(tech, 'account.data-downloaded')).toHaveLength(1)
})

test('it has no secret, no hash and no id that a cookie could be made for', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  const { id } = await makeApp(tech)
  const trustedBrowserId = await makeTrusted(tech)
  await makePasskey(tech)
  const made = await generateRecoveryCodes(await freshActorFrom(actor))
  const codes = await db.recoveryCode.findMany({ where: { employeeId: tech.id } })
  const passkey = await db.passkey.findFirstOrThrow({ where: { employeeId: tech.id } })
  const credential = await db.credential.findUniqueOrThrow({ where: { employeeId: tech.id } })
  const notification = await db.notification.findFirstOrThrow({ where: { employeeId: tech.id } })
  const { sealedSecret } = await db.totpApp.findUniqueOrThrow({ where: { id } })

  const file = JSON.stringify(await takeOwnData(actor))
  const secrets = [
    actor.sessionId,
    trustedBrowserId,
    passkey.credentialId,
    credential.passwordHash,
    sealedSecret,
  ]
  const hashes = [notification.notMeHash, ...codes.map(({ codeHash }) => codeHash)]
  for (const secret of [...secrets, ...hashes, ...(made.ok ? made.value : [])]) {
    expect(file).not.toContain(secret)
  }
})

test('acts of others on the person are in it, without where those people were', async () => {
  const tech = await newTech()
  const admin = actorFor(await makeEmployee({ id: tech.firmId }, { role: 'admin' }), { place: 'Lisbon' })
  await record(db, admin, 'employee.edited', { id: tech.id, name: tech.name })
  await record(db, admin, 'employee.edited', { id: admin.employeeId, name: admin.name })
  const stranger = actorFor(await newTech())
  await record(db, stranger, 'employee.edited', { id: tech.id, name: tech.name })

  const { events } = await takeOwnData(await signedIn(tech))
  expect(events.slice(1)).toMatchObject([
    { action: 'employee.edited', by: admin.name, place: null, browser: null },
  ])
})
