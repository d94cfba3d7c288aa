import { expect, test } from 'vitest'
import { describeDetails } from '@/lib/audit/details'
import { auditSentence } from '@/lib/audit/sentences'

test('a changed field reads as before and after', () => {
  const lines = describeDetails({ mobileNumber: { before: null, after: 'ending 0123' } })
  expect(lines).toEqual([{ label: 'Mobile phone number', before: 'none', value: 'ending 0123' }])
})

test.each([
  ['text', 'With a text'],
  ['authy-app', 'With the Authy app'],
  ['authenticator-app', 'With an authenticator app'],
])('the second factor %s reads as %s', (secondFactor, value) => {
  expect(describeDetails({ secondFactor, purpose: 'sign_in' })).toEqual([{ value }])
})

test.each([
  [{ page: 'sign-in', isThrottled: false }, ['On the sign-in page']],
  [{ page: 'sign-in', isThrottled: true }, ['On the sign-in page', 'Not checked: too many attempts']],
  [{ isTyped: false }, []],
  [{ isTyped: true }, ['With a code to type at sign-in']],
  [{ triesLeft: 1, wrongInRow: 4 }, ['1 try left', '4 wrong in a row']],
  [{ by: 'invitation' }, ['With the invitation link']],
  [{ case: 12 }, ['Request LP-12']],
])('the details %o read as phrases', (details, phrases) => {
  expect(describeDetails(details).map(({ value }) => value)).toEqual(phrases)
})

test.each([
  [{ role: 'tech' }, { label: 'Role', value: 'Tech' }],
  [
    { allowsText: { before: true, after: false } },
    { label: 'Text tokens', before: 'allowed', value: 'not allowed' },
  ],
  [
    { minimumTech: { before: 'any', after: 'strong' } },
    { label: 'Minimum for techs', before: 'any method', value: 'any method except text' },
  ],
  [
    { oneTouch: { before: 'swipe', after: 'typed' } },
    { label: 'OneTouch approval', before: 'Swipe', value: 'Code always' },
  ],
  [{ askedBy: 'Ada Pine' }, { label: 'Requested by', value: 'Ada Pine' }],
  [{ reason: 'lost_my phone' }, { label: 'Reason', value: 'lost_my phone' }],
])('the stored names in %o read as words', (details, line) => {
  expect(describeDetails(details)).toEqual([line])
})

test('what has no readable shape is left out', () => {
  expect(describeDetails({ nested: { deep: { deeper: 1 } }, list: [1, 2], before: null })).toEqual([
    { label: 'Before', value: 'none' },
  ])
  expect(describeDetails('text')).toEqual([])
})

test('a step-up does not read as a sign-in', () => {
  expect(auditSentence('sign-in.finished', { purpose: 'sign_in' })).toBe('Signed in')
  expect(auditSentence('sign-in.finished', { purpose: 'step_up' })).toBe('Confirmed identity')
})

test('a number change does not read as a lost phone', () => {
  const mobileNumber = { before: 'ending 0123', after: 'ending 0456' }
  expect(auditSentence('case.opened', { case: 12 })).toBe('Lost-phone request opened')
  expect(auditSentence('case.opened', { case: 12, mobileNumber })).toBe('Number change opened')
})
