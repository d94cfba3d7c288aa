import { describe, expect, test } from 'vitest'
import {
  canTake,
  decideHours,
  missingEvidence,
  needsSecond,
  type ProofFacts,
  requiredEvidence,
  risks,
  waitHours,
} from '@/lib/cases/rules'
import { dueIn, spanWords } from '@/lib/cases/support/due-rules'

const plain: ProofFacts = {
  role: 'tech',
  risks: [],
  firmHasOtherAdmin: true,
  canCallBack: true,
  ticked: [],
}

describe('what has to be checked', () => {
  test.each<[string, Partial<ProofFacts>, string[]]>([
    ['a tech', {}, ['call_back', 'admin_confirmed', 'colleague_vouched+documents']],
    [
      'a tech without a main line',
      { canCallBack: false },
      ['admin_confirmed', 'colleague_vouched+documents'],
    ],
    [
      'a tech whose mailbox may be in wrong hands',
      { risks: ['mail-reset'] },
      ['admin_confirmed+call_back', 'admin_confirmed+documents', 'admin_confirmed+colleague_vouched'],
    ],
    [
      'an admin without a main line',
      { role: 'admin', canCallBack: false },
      ['admin_confirmed+documents', 'admin_confirmed+colleague_vouched'],
    ],
    ['the only admin', { role: 'admin', firmHasOtherAdmin: false }, ['call_back+documents']],
    [
      'the only admin, without a main line',
      { role: 'admin', firmHasOtherAdmin: false, canCallBack: false },
      ['documents'],
    ],
    ['a supporter', { role: 'support' }, ['call_back+documents']],
  ])('%s', (_, facts, alternatives) => {
    expect(requiredEvidence({ ...plain, ...facts }).map((items) => items.join('+'))).toEqual(alternatives)
  })

  test('one whole alternative is enough, and a part of each is not', () => {
    expect(missingEvidence({ ...plain, ticked: ['call_back'] })).toEqual([])
    expect(missingEvidence({ ...plain, ticked: ['colleague_vouched', 'documents'] })).toEqual([])
    expect(missingEvidence({ ...plain, ticked: ['documents'] })).toEqual([
      ['call_back'],
      ['admin_confirmed'],
      ['colleague_vouched'],
    ])
  })

  test('where much is at stake a call back alone is not enough', () => {
    expect(missingEvidence({ ...plain, risks: ['watched'], ticked: ['call_back', 'documents'] })).not.toEqual(
      [],
    )
  })
})

test('admins, supporters and grave facts need a second supporter', () => {
  expect(needsSecond('tech', ['stolen', 'new-browser', 'same-network', 'repeated', 'number-changed'])).toBe(
    false,
  )
  for (const risk of ['privileged', 'mail-reset', 'watched']) expect(needsSecond('tech', [risk])).toBe(true)
  expect([needsSecond('admin', []), needsSecond('support', [])]).toEqual([true, true])
})

test('a tech’s case is due in 48 hours with a hold of 24, an admin’s the reverse', () => {
  const wait = { risks: [], adminConfirmed: false, devices: 1 }
  expect([decideHours('tech'), waitHours({ ...wait, role: 'tech' })]).toEqual([48, 24])
  expect([decideHours('admin'), waitHours({ ...wait, role: 'admin' })]).toEqual([24, 48])
})

test('only a plain tech’s case with an admin’s word and a second device has no hold', () => {
  const best = { role: 'tech' as const, risks: [], adminConfirmed: true, devices: 2 }
  expect(waitHours(best)).toBe(0)
  expect(waitHours({ ...best, adminConfirmed: false })).toBe(24)
  expect(waitHours({ ...best, devices: 1 })).toBe(24)
  expect(waitHours({ ...best, role: 'admin' })).toBe(48)
  const waits = risks.filter((risk) => waitHours({ ...best, risks: [risk] }) > 0)
  expect(waits).toEqual(['privileged', 'mail-reset', 'watched'])
})

describe('taking a case', () => {
  const free = {
    state: 'received',
    ownerId: null,
    lockLapsed: true,
    isMine: false,
    isFirstApprover: false,
  } as const
  test.each([
    ['one that nobody has', free, true],
    ['one that was asked about', { ...free, state: 'asked' }, true],
    ['a colleague’s', { ...free, state: 'checking', ownerId: 'x', lockLapsed: false }, false],
    ['one that a colleague has left lying', { ...free, state: 'checking', ownerId: 'x' }, true],
    ['one of their own', { ...free, state: 'checking', ownerId: 'x', isMine: true }, false],
    ['one for a second approval', { ...free, state: 'seconding' }, true],
    ['one they approved first', { ...free, state: 'seconding', isFirstApprover: true }, false],
    ['one that is decided', { ...free, state: 'waiting' }, false],
    ['one that is closed', { ...free, state: 'stopped' }, false],
  ] as const)('%s', (_, facts, answer) => {
    expect(canTake(facts)).toBe(answer)
  })
})

describe('how near the decision is due', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const at = (time: string) => new Date(`2026-11-${time}:00Z`)
  test.each([
    ['25T12:00', null, 'on-time', '1 d'],
    ['25T00:00', null, 'on-time', '12 h'],
    ['24T23:59', null, 'soon', '11 h 59 min'],
    ['24T16:00', null, 'soon', '4 h'],
    ['24T15:59', null, 'urgent', '3 h 59 min'],
    ['24T12:00', null, 'urgent', '0 min'],
    ['24T11:20', null, 'overdue', '40 min'],
    ['22T08:00', null, 'overdue', '2 d 4 h'],
    ['24T11:00', '24T09:30', 'paused', '1 h 30 min'],
    ['24T09:00', '24T09:30', 'paused', '0 min'],
  ] as const)('due on %s, paused at %s: %s, %s', (due, paused, urgency, words) => {
    const answer = dueIn({ dueAt: at(due), pausedAt: paused && at(paused) }, now)
    expect([answer.urgency, spanWords(answer.minutes)]).toEqual([urgency, words])
  })
})
