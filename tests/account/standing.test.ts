import { describe, expect, test } from 'vitest'
import { getStanding } from '@/lib/account/queries'
import { methodsReminder, methodsSentence, ownSecondFactor } from '@/lib/account/rules'
import { db } from '@/lib/db'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm } from '../factories'
import { makeApp } from '../sign-in-methods/totp/apps'
import { freshActorFrom, makePasskey, newTech, signedIn } from './own'

const standingOf = (person: Employee) => getStanding(actorFor(person))
const stepOf = async (person: Employee) => ownSecondFactor(await standingOf(person))
const sentenceOf = async (person: Employee) => methodsSentence(await standingOf(person))

describe('your own second step', () => {
  test('is on without registration where the firm texts by Verify and has the number', async () => {
    expect(await stepOf(await newTech())).toBe('on')
  })

  test('is pending while Authy does not know the number', async () => {
    const firm = await makeFirm({ requiresSecondFactor: true })
    expect(await stepOf(await makeEmployee(firm))).toBe('being-enrolled')
    expect(await stepOf(await makeEmployee(firm, { vendorState: 'refused' }))).toBe('number-refused')
    expect(await stepOf(await makeEmployee(firm, { vendorState: 'registered' }))).toBe('on')
  })

  test('is on for a person with an app or passkey, whatever the firm and the phone say', async () => {
    const [withApp, withPasskey] = [
      await makeEmployee(await makeFirm(), { mobileNumber: null }),
      await makeEmployee(await makeFirm({ requiresSecondFactor: true }), { vendorState: 'refused' }),
    ]
    await makeApp(withApp)
    await makePasskey(withPasskey)
    expect(await stepOf(withApp)).toBe('on')
    expect(await stepOf(withPasskey)).toBe('on')
  })

  test('is not enough when the firm allows none of the methods', async () => {
    const tech = await newTech()
    await db.firm.update({ where: { id: tech.firmId }, data: { minimumTech: 'passkey' } })
    await makeApp(tech)
    expect(await stepOf(tech)).toBe('stronger-needed')
    await makePasskey(tech)
    expect(await stepOf(tech)).toBe('on')
  })

  test('is off, or waits for a number, where nobody asks for one', async () => {
    const firm = await makeFirm()
    expect(await stepOf(await makeEmployee(firm))).toBe('number-on-file')
    expect(await stepOf(await makeEmployee(firm, { mobileNumber: null }))).toBe('no-number')
  })

  test('waits for the enrollment link after a reset', async () => {
    const tech = await newTech()
    await makePasskey(tech)
    await db.employee.update({ where: { id: tech.id }, data: { factorResetAt: new Date() } })
    expect(await stepOf(tech)).toBe('reset')
  })
})

test('the sign-in methods are counted in words', async () => {
  const tech = await newTech()
  expect(await sentenceOf(tech)).toBe('You have 1 sign-in method.')
  await makeApp(tech)
  expect(await sentenceOf(tech)).toBe('You have 2 sign-in methods. Add a passkey for phishing protection.')
  await makePasskey(tech)
  expect(await sentenceOf(tech)).toBe('You have 3 sign-in methods. One is phishing-resistant.')
  await makePasskey(tech)
  expect(await sentenceOf(tech)).toBe('You have 4 sign-in methods. 2 are phishing-resistant.')
})

test('a person with one method is reminded of a second, then of recovery codes', async () => {
  const tech = await newTech()
  await db.firm.update({ where: { id: tech.firmId }, data: { allowsText: false } })
  expect(methodsReminder(await standingOf(tech))).toBe('no-method')
  await db.firm.update({ where: { id: tech.firmId }, data: { allowsText: true } })
  expect(methodsReminder(await standingOf(tech))).toBe('one-method')
  await makeApp(tech)
  expect(methodsReminder(await standingOf(tech))).toBe('no-codes')
  await generateRecoveryCodes(await freshActorFrom(await signedIn(tech)))
  expect(methodsReminder(await standingOf(tech))).toBeNull()
})
