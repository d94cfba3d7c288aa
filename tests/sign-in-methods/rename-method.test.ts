import { expect, test } from 'vitest'
import { listOwnMethods } from '@/lib/sign-in-methods/list-own-methods'
import { renameMethod } from '@/lib/sign-in-methods/rename-method'
import { renameMethodForm } from '@/lib/sign-in-methods/schema'
import { eventsOf, freshActorFrom, makePasskey, newTech, signedIn } from '../account/own'
import { makeEmployee } from '../factories'
import { makeApp } from './totp/apps'

const names = async (actor: Parameters<typeof listOwnMethods>[0]) =>
  (await listOwnMethods(actor)).map(({ kind, name }) => [kind, name])

test('an app and a passkey get a new name, and the audit log has both names', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  const freshActor = await freshActorFrom(actor)
  await renameMethod(freshActor, { methodId: (await makeApp(tech)).id, name: 'Pixel 8' })
  await renameMethod(freshActor, { methodId: await makePasskey(tech), name: 'Desk' })

  expect(await names(actor)).toEqual([
    ['passkey', 'Desk'],
    ['app', 'Pixel 8'],
  ])
  expect((await eventsOf(tech, 'method.renamed')).map(({ details }) => details)).toEqual([
    { name: { before: 'Phone', after: 'Pixel 8' } },
    { name: { before: 'Laptop', after: 'Desk' } },
  ])
})

test('the name it has already is no change', async () => {
  const tech = await newTech()
  const { id } = await makeApp(tech)
  const renamed = await renameMethod(await freshActorFrom(await signedIn(tech)), {
    methodId: id,
    name: 'Phone',
  })
  expect(renamed).toMatchObject({ ok: true })
  expect(await eventsOf(tech, 'method.renamed')).toEqual([])
})

test('another person cannot rename it, of the same firm or of another', async () => {
  const tech = await newTech()
  const methodIds = [(await makeApp(tech)).id, await makePasskey(tech)]
  for (const other of [await makeEmployee({ id: tech.firmId }), await newTech()]) {
    const freshActor = await freshActorFrom(await signedIn(other))
    for (const methodId of methodIds) {
      expect(await renameMethod(freshActor, { methodId, name: 'Mine' })).toEqual({
        ok: false,
        reason: 'not-found',
      })
    }
  }
  expect(await names(await signedIn(tech))).toEqual([
    ['passkey', 'Laptop'],
    ['app', 'Phone'],
  ])
})

test.each(['', '   ', 'x'.repeat(61)])('"%.10s" is no name', (name) => {
  expect(renameMethodForm.safeParse({ methodId: crypto.randomUUID(), name }).success).toBe(false)
})
