import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { type EditableFields, editRefusal, startsNumberChange } from '@/lib/employees/rules'
import { recoveryForm } from '@/lib/employees/schema'

const ada = { employeeId: 'ada' } as Actor

const numberProvenAt = new Date()
const admin = {
  id: 'ben',
  name: 'Ben',
  role: 'admin',
  mobileNumber: '+12025550102',
  active: true,
  numberProvenAt,
  enrolledAt: null,
} as const
const tech = { ...admin, id: 'tess', role: 'tech' } as const

type Case = {
  before: EditableFields & { id: string; numberProvenAt: Date | null; enrolledAt: Date | null }
  change: Partial<EditableFields>
  activeAdmins?: number
  requiresSecondFactor?: boolean
  proofIsFresh?: boolean
}

function refusalOf(facts: Case) {
  const { before, change, activeAdmins = 2, requiresSecondFactor = true, proofIsFresh = true } = facts
  const firm = { requiresSecondFactor, activeAdmins }
  return editRefusal(ada, { firm, before, after: { ...before, ...change }, proofIsFresh })
}

test('another admin may be made a tech or disabled while one remains', () => {
  expect(refusalOf({ before: admin, change: { role: 'tech' } })).toBeNull()
  expect(refusalOf({ before: admin, change: { active: false } })).toBeNull()
})

test('the last admin stays an active admin', () => {
  expect(refusalOf({ before: admin, change: { role: 'tech' }, activeAdmins: 1 })).toBe('last-admin')
  expect(refusalOf({ before: admin, change: { active: false }, activeAdmins: 1 })).toBe('last-admin')
})

test('a tech can leave a firm with one admin', () => {
  expect(refusalOf({ before: tech, change: { active: false }, activeAdmins: 1 })).toBeNull()
})

test('nobody changes their own role or disables their own account', () => {
  const self = { ...admin, id: 'ada' }
  expect(refusalOf({ before: self, change: { role: 'tech' } })).toBe('own-role')
  expect(refusalOf({ before: self, change: { active: false } })).toBe('own-account')
})

test('while the rule is on an active employee keeps a number', () => {
  expect(refusalOf({ before: tech, change: { mobileNumber: null } })).toBe('number-required')
  const unproven = { ...tech, numberProvenAt: null }
  const facts = { before: unproven, change: { mobileNumber: null } }
  expect(refusalOf({ ...facts, requiresSecondFactor: false })).toBeNull()
})

test('while the rule is on nobody comes back without a number', () => {
  const disabled = { ...tech, active: false, mobileNumber: null }
  expect(refusalOf({ before: disabled, change: { active: true } })).toBe('number-required')
  expect(refusalOf({ before: disabled, change: { name: 'Tessa' } })).toBeNull()
})

test('a disabled admin comes back only after a step-up, a tech without one', () => {
  const change = { active: true }
  const disabled = { before: { ...admin, active: false }, change, proofIsFresh: false }
  expect(refusalOf(disabled)).toBe('proof-needed')
  expect(refusalOf({ ...disabled, proofIsFresh: true })).toBeNull()
  expect(refusalOf({ ...disabled, before: { ...tech, active: false } })).toBeNull()
})

test('replacing a number in use takes a fresh proof, a first number does not', () => {
  const change = { mobileNumber: '+12025550199' }
  expect(refusalOf({ before: tech, change, proofIsFresh: false })).toBe('proof-needed')
  expect(refusalOf({ before: tech, change, proofIsFresh: false, requiresSecondFactor: false })).toBeNull()
  expect(refusalOf({ before: { ...tech, mobileNumber: null }, change, proofIsFresh: false })).toBeNull()
})

test('a person with an app or a passkey proves it before changing their own number', () => {
  const self = { ...admin, id: 'ada', enrolledAt: new Date() }
  const facts = { before: self, requiresSecondFactor: false, proofIsFresh: false }
  expect(refusalOf({ ...facts, change: { mobileNumber: '+12025550199' } })).toBe('proof-needed')
  expect(refusalOf({ ...facts, change: { name: 'Ada' } })).toBeNull()
  expect(refusalOf({ ...facts, change: { mobileNumber: '+12025550199' }, proofIsFresh: true })).toBeNull()
})

test('only the proven number of a colleague is held', () => {
  const change = { ...tech, mobileNumber: '+12025550199' }
  expect(startsNumberChange(ada, tech, change)).toBe(true)
  expect(startsNumberChange(ada, { ...tech, numberProvenAt: null }, change)).toBe(false)
  expect(startsNumberChange(ada, { ...tech, id: 'ada' }, change)).toBe(false)
})

test('removing the number or disabling the person first does not avoid the hold', () => {
  const facts = { before: tech, requiresSecondFactor: false }
  const change = { mobileNumber: '+12025550199', active: false }
  expect(refusalOf({ ...facts, change: { mobileNumber: null } })).toBe('number-in-use')
  expect(refusalOf({ ...facts, change })).toBe('number-of-disabled')
  const unproven = { ...tech, numberProvenAt: null }
  expect(refusalOf({ ...facts, before: unproven, change: { mobileNumber: null } })).toBeNull()
})

test.each(['', '    ', 'why', 'a   b', 'x'.repeat(501)])('help takes a reason, which %j is not', (reason) => {
  const parsed = recoveryForm.safeParse({ employeeId: crypto.randomUUID(), reason })
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['reason']])
})
