import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { type EditableFields, editRefusal, secondStepOf } from '@/lib/employees/rules'

const ada = { employeeId: 'ada' } as Actor

const numberProvenAt = new Date()
const admin = {
  id: 'ben',
  name: 'Ben',
  role: 'admin',
  mobileNumber: '+12025550102',
  active: true,
  numberProvenAt,
} as const
const tech = { ...admin, id: 'tess', role: 'tech' } as const

type Case = {
  before: EditableFields & { id: string; numberProvenAt: Date | null }
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

test('nobody changes the own role or disables the own account', () => {
  const self = { ...admin, id: 'ada' }
  expect(refusalOf({ before: self, change: { role: 'tech' } })).toBe('own-role')
  expect(refusalOf({ before: self, change: { active: false } })).toBe('own-account')
})

test('while the rule is on an active employee keeps a number', () => {
  expect(refusalOf({ before: tech, change: { mobileNumber: null } })).toBe('number-required')
  expect(refusalOf({ before: tech, change: { mobileNumber: null }, requiresSecondFactor: false })).toBeNull()
})

test('while the rule is on nobody comes back without a number', () => {
  const disabled = { ...tech, active: false, mobileNumber: null }
  expect(refusalOf({ before: disabled, change: { active: true } })).toBe('number-required')
  expect(refusalOf({ before: disabled, change: { name: 'Tessa' } })).toBeNull()
})

test('replacing a number in use takes a fresh proof, a first number does not', () => {
  const change = { mobileNumber: '+12025550199' }
  expect(refusalOf({ before: tech, change, proofIsFresh: false })).toBe('proof-needed')
  expect(refusalOf({ before: tech, change, proofIsFresh: false, requiresSecondFactor: false })).toBeNull()
  expect(refusalOf({ before: { ...tech, mobileNumber: null }, change, proofIsFresh: false })).toBeNull()
})

test('the second step climbs from no number to confirmed', () => {
  const step = {
    mobileNumber: '+12025550103',
    numberProvenAt: null,
    factorResetAt: null,
    vendorState: 'enrolled',
  } as const
  expect(secondStepOf({ ...step, mobileNumber: null })).toBe('no-number')
  expect(secondStepOf(step)).toBe('not-confirmed')
  expect(secondStepOf({ ...step, vendorState: 'refused' })).toBe('refused')
  expect(secondStepOf({ ...step, numberProvenAt: new Date() })).toBe('confirmed')
  expect(secondStepOf({ ...step, factorResetAt: new Date() })).toBe('reset')
})
