import { expect, test } from 'vitest'
import { readFacts } from '@/lib/access/readiness-facts'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { countByFilter, getEmployee, listEmployees } from '@/lib/employees/queries'
import { readinessOf, type SideFacts, sideStatesOf } from '@/lib/employees/readiness'
import { type ListView, readListView } from '@/lib/employees/schema'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { anything, makeApp, makePasskey } from '../firms/policies'

const ago = new Date('2026-11-01T10:00:00Z')
const plain: SideFacts = {
  mobileNumber: '+12025550103',
  numberProvenAt: ago,
  testedAt: null,
  hasPasskey: false,
  factorResetAt: null,
  vendor: 'authy',
  vendorState: 'registered',
  isNumberPending: false,
  wrongTokensInRow: 0,
  areTokensLocked: false,
  wrongCodesInRow: 0,
  areCodesLocked: false,
}

test('the ladder goes up by what has been shown, and nothing counts without a number', () => {
  const phone = readFacts(32)
  const passkey = readFacts(32 + 4)
  expect(readinessOf({ ...passkey, number: 'none' }, anything)).toBe('no-number')
  expect(readinessOf({ ...phone, number: 'unconfirmed' }, anything)).toBe('not-confirmed')
  expect(readinessOf({ ...phone, number: 'confirmed' }, anything)).toBe('confirmed')
  expect(readinessOf({ ...phone, number: 'tested' }, anything)).toBe('tested')
  expect(readinessOf({ ...passkey, number: 'tested' }, anything)).toBe('strong')
})

test('without a method that meets the minimum of the role nobody is ready', () => {
  const techs = { ...anything, minimumTech: 'passkey' } as const
  expect(readinessOf(readFacts(32 + 16 + 8 + 3), techs)).toBe('below-minimum')
  expect(readinessOf(readFacts(64 + 32 + 3), techs)).toBe('tested')
  expect(readinessOf(readFacts(32 + 4 + 3), techs)).toBe('strong')
  expect(readinessOf(readFacts(32 + 3), { ...anything, minimumTech: 'strong' })).toBe('below-minimum')
  expect(readinessOf(readFacts(32 + 3), { ...anything, allowsText: false })).toBe('below-minimum')
})

test('an obstacle is shown beside the readiness', () => {
  expect(sideStatesOf(plain)).toEqual([])
  expect(sideStatesOf({ ...plain, factorResetAt: ago, vendorState: 'none' })).toEqual(['enrollment-open'])
  expect(sideStatesOf({ ...plain, vendorState: 'refused' })).toEqual(['number-refused'])
  expect(sideStatesOf({ ...plain, isNumberPending: true })).toEqual(['number-waiting'])
  expect(sideStatesOf({ ...plain, hasPasskey: true, numberProvenAt: null })).toEqual(['number-not-confirmed'])
  expect(sideStatesOf({ ...plain, numberProvenAt: null })).toEqual([])
})

test('locked and disabled are distinguished, tokens from recovery codes too', () => {
  expect(sideStatesOf({ ...plain, wrongTokensInRow: 12, areTokensLocked: true })).toEqual(['tokens-locked'])
  expect(sideStatesOf({ ...plain, wrongTokensInRow: 12 })).toEqual([])
  expect(sideStatesOf({ ...plain, wrongTokensInRow: 100, areTokensLocked: true })).toEqual(['tokens-off'])
  expect(sideStatesOf({ ...plain, wrongCodesInRow: 100 })).toEqual(['codes-off'])
  expect(sideStatesOf({ ...plain, areCodesLocked: true, wrongCodesInRow: 10 })).toEqual(['codes-locked'])
})

test('people whose texts come from Verify are neither refused nor pending', () => {
  expect(sideStatesOf({ ...plain, vendor: 'verify', vendorState: 'none' })).toEqual([])
  expect(sideStatesOf({ ...plain, vendor: 'verify', vendorState: 'refused' })).toEqual([])
})

/** One person on each step, and a copied passkey, which is none. */
async function firmOnTheLadder() {
  const firm = await makeFirm()
  await db.employee.update({ where: { id: firm.admin.id }, data: { mobileNumber: null } })
  const on = {
    notConfirmed: await makeEmployee(firm),
    confirmed: await makeEmployee(firm, { numberProvenAt: ago }),
    tested: await makeEmployee(firm, { numberProvenAt: ago, testedAt: ago }),
    copied: await makeEmployee(firm, { numberProvenAt: ago, testedAt: ago }),
    strong: await makeEmployee(firm, { numberProvenAt: ago, testedAt: ago }),
    strongUnconfirmed: await makeEmployee(firm),
  }
  await addPasskey(on.copied.id, ago)
  await addPasskey(on.strong.id)
  await addPasskey(on.strongUnconfirmed.id)
  await makeEmployee(firm, { active: false, numberProvenAt: ago })
  return { firm, on, actor: actorFor(firm.admin) }
}

function addPasskey(employeeId: string, clonedAt: Date | null = null) {
  const unique = crypto.randomUUID()
  const publicKey = new Uint8Array([1])
  const kind = { isSynced: false, isBackedUp: false }
  return db.passkey.create({
    data: { employeeId, name: 'Key', credentialId: unique, publicKey, clonedAt, ...kind },
  })
}

test('each filter shows exactly its people, and all together everyone active once', async () => {
  const { firm, on, actor } = await firmOnTheLadder()
  const idsOf = async (show: ListView['show']) =>
    (await listEmployees(actor, { ...readListView({}), show })).rows.map(({ id }) => id).sort()
  const sorted = (...people: { id: string }[]) => people.map(({ id }) => id).sort()

  expect(await idsOf('not-ready')).toEqual([firm.admin.id])
  expect(await idsOf('not-confirmed')).toEqual([on.notConfirmed.id])
  expect(await idsOf('confirmed')).toEqual([on.confirmed.id])
  expect(await idsOf('tested')).toEqual(sorted(on.tested, on.copied))
  expect(await idsOf('strong')).toEqual(sorted(on.strong, on.strongUnconfirmed))
  expect(await idsOf('active')).toEqual(sorted(firm.admin, ...Object.values(on)))
})

test('list and window say the same step, and the filter is the rule', async () => {
  const { actor } = await firmOnTheLadder()
  for (const show of ['not-confirmed', 'confirmed', 'tested', 'strong'] as const) {
    for (const row of (await listEmployees(actor, { ...readListView({}), show })).rows) {
      expect(readinessOf(readFacts(row.readinessFacts), anything)).toBe(show)
      const details = await getEmployee(actor, row.id)
      expect(details && readinessOf(readFacts(details.readinessFacts), details.firm)).toBe(show)
    }
  }
})

test('a new number is neither confirmed nor tested', async () => {
  const { on } = await firmOnTheLadder()
  const actor = actorFor(on.tested)
  const { id: employeeId, version, name, active } = on.tested
  const mobileNumber = digitsOf(uniqueNumber())
  const window = { employeeId, version, name, active, role: 'tech' as const, allowSharedNumber: false }
  await editEmployee(actor, { ...window, mobileNumber })
  const details = await getEmployee(actor, employeeId)
  expect(details && readinessOf(readFacts(details.readinessFacts), anything)).toBe('not-confirmed')
})

test('a firm that asks for a passkey shows who has none, counted and listed', async () => {
  const { firm, on, actor } = await firmOnTheLadder()
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'passkey', minimumAdmin: 'passkey' } })
  const policy = { ...anything, minimumTech: 'passkey', minimumAdmin: 'passkey' } as const
  const { rows } = await listEmployees(actor, { ...readListView({}), show: 'not-ready' })
  const lacking = [firm.admin, on.notConfirmed, on.confirmed, on.tested, on.copied]
  expect(rows.map(({ id }) => id).sort()).toEqual(lacking.map(({ id }) => id).sort())
  expect(await countByFilter(actor, policy)).toEqual({
    'not-ready': 5,
    'not-confirmed': 0,
    confirmed: 0,
    tested: 0,
    strong: 2,
    disabled: 1,
  })
})

test('the facts that PostgreSQL keeps follow each method as it comes and goes', async () => {
  const tech = await makeEmployee(await makeFirm())
  const factsOf = async () =>
    readFacts((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).readinessFacts)
  expect(await factsOf()).toMatchObject({ role: 'tech', number: 'unconfirmed', own: { hasPhone: true } })

  const [key, app] = [await makePasskey(tech), await makeApp(tech, null)]
  expect(await factsOf()).toMatchObject({ own: { passkeys: 1, totpApps: 0 } })
  await db.totpApp.update({ where: { id: app.id }, data: { confirmedAt: ago } })
  await db.passkey.update({ where: { id: key.id }, data: { clonedAt: ago } })
  expect(await factsOf()).toMatchObject({ own: { passkeys: 0, totpApps: 1 } })
  await db.totpApp.delete({ where: { id: app.id } })
  await db.employee.update({
    where: { id: tech.id },
    data: { role: 'admin', vendorUserId: '4711', vendorAppUsedAt: ago, factorResetAt: ago, testedAt: ago },
  })
  expect(await factsOf()).toMatchObject({
    role: 'admin',
    number: 'tested',
    own: { hasPhone: false, hasUsedVendorApp: true, totpApps: 0 },
  })
})
