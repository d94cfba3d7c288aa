import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { getEmployee, listEmployees } from '@/lib/employees/queries'
import { readinessOf, type SideFacts, sideStatesOf } from '@/lib/employees/readiness'
import { type ListView, readListView } from '@/lib/employees/schema'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'

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
  expect(readinessOf({ ...plain, mobileNumber: null, hasPasskey: true })).toBe('no-number')
  expect(readinessOf({ ...plain, numberProvenAt: null })).toBe('not-confirmed')
  expect(readinessOf(plain)).toBe('confirmed')
  expect(readinessOf({ ...plain, testedAt: ago })).toBe('tested')
  expect(readinessOf({ ...plain, hasPasskey: true })).toBe('strong')
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
      expect(readinessOf(row)).toBe(show)
      const details = await getEmployee(actor, row.id)
      expect(details && readinessOf(details)).toBe(show)
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
  expect(details && readinessOf(details)).toBe('not-confirmed')
})
