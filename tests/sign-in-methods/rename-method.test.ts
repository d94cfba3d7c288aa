import { expect, test } from 'vitest'
import { listOwnWays } from '@/lib/sign-in-methods/list-own-methods'
import { renameWay } from '@/lib/sign-in-methods/rename-method'
import { renameWayForm } from '@/lib/sign-in-methods/schema'
import { binderFrom, eventsOf, makePasskey, newTech, signedIn } from '../account/own'
import { makeEmployee } from '../factories'
import { makeApp } from './totp/apps'

const names = async (actor: Parameters<typeof listOwnWays>[0]) =>
  (await listOwnWays(actor)).map(({ kind, name }) => [kind, name])

test('an app and a passkey get a new name, and the audit log has both names', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  const binder = await binderFrom(actor)
  await renameWay(binder, { wayId: (await makeApp(tech)).id, name: 'Pixel 8' })
  await renameWay(binder, { wayId: await makePasskey(tech), name: 'Desk' })

  expect(await names(actor)).toEqual([
    ['passkey', 'Desk'],
    ['app', 'Pixel 8'],
  ])
  expect((await eventsOf(tech, 'way.renamed')).map(({ details }) => details)).toEqual([
    { name: { before: 'Phone', after: 'Pixel 8' } },
    { name: { before: 'Laptop', after: 'Desk' } },
  ])
})

test('the name it has already is no change', async () => {
  const tech = await newTech()
  const { id } = await makeApp(tech)
  const renamed = await renameWay(await binderFrom(await signedIn(tech)), { wayId: id, name: 'Phone' })
  expect(renamed).toMatchObject({ ok: true })
  expect(await eventsOf(tech, 'way.renamed')).toEqual([])
})

test('another person cannot rename it, of the same firm or of another', async () => {
  const tech = await newTech()
  const wayIds = [(await makeApp(tech)).id, await makePasskey(tech)]
  for (const other of [await makeEmployee({ id: tech.firmId }), await newTech()]) {
    const binder = await binderFrom(await signedIn(other))
    for (const wayId of wayIds) {
      expect(await renameWay(binder, { wayId, name: 'Mine' })).toEqual({ ok: false, reason: 'not-found' })
    }
  }
  expect(await names(await signedIn(tech))).toEqual([
    ['passkey', 'Laptop'],
    ['app', 'Phone'],
  ])
})

test.each(['', '   ', 'x'.repeat(61)])('"%.10s" is no name', (name) => {
  expect(renameWayForm.safeParse({ wayId: crypto.randomUUID(), name }).success).toBe(false)
})
