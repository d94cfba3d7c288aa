import { expect, test } from 'vitest'
import type { Employee } from '@/prisma/client/client'
import { simulatedAuthy } from '../authy'
import { makeEmployee } from '../factories'
import { endTime, inAnotherBrowser, type Place, type PlaceName, places, signingIn } from './places'
import { holdersOfProofs } from './proofs'

const holders = holdersOfProofs(simulatedAuthy())
type Kind = keyof typeof holders
type Made = { person: Employee; there: Place; give: (place: Place) => Promise<string> }

const uses = [
  'another sign-in',
  'another step-up',
  'another number proof',
  'another enrollment',
  'a sign-in of a colleague with that phone',
  'another browser',
  'its place',
  'its place again',
  'the next sign-in',
  'its place, too late',
  'a sign-in after its life',
] as const
type Use = (typeof uses)[number]

const everywhere = Object.keys(places) as PlaceName[]
const signIns: PlaceName[] = ['sign-in', 'step-up']

const table: Array<{ kind: Kind; askedIn: PlaceName[]; answers: Record<Use, string> }> = [
  {
    kind: 'Authy text',
    askedIn: everywhere,
    answers: {
      ...boundBy('text-elsewhere'),
      'the next sign-in': 'used',
      'a sign-in after its life': 'wrong',
    },
  },
  {
    kind: 'Verify text',
    askedIn: everywhere,
    answers: {
      ...boundBy('text-elsewhere'),
      'the next sign-in': 'wrong',
      'a sign-in after its life': 'wrong',
    },
  },
  {
    kind: 'OneTouch alert',
    askedIn: signIns,
    answers: { ...boundBy('not-approved'), 'another number proof': 'ended' },
  },
  {
    kind: 'typed alert',
    askedIn: signIns,
    answers: { ...boundBy('not-approved'), 'its place again': 'not-approved' },
  },
  { kind: 'passkey', askedIn: signIns, answers: boundBy('unasked') },
  // Nobody asks for these: each is good for one use by its owner, wherever that is.
  {
    kind: 'Authy app token',
    askedIn: ['sign-in'],
    answers: { ...boundBy('accepted'), 'the next sign-in': 'used', 'a sign-in after its life': 'wrong' },
  },
  {
    kind: 'own app token',
    askedIn: ['sign-in'],
    answers: {
      ...boundBy('wrong'),
      'another sign-in': 'accepted',
      'another step-up': 'accepted',
      'the next sign-in': 'used',
    },
  },
  {
    kind: 'recovery code',
    askedIn: ['sign-in'],
    answers: {
      ...boundBy('not-a-code'),
      'another sign-in': 'accepted',
      'another step-up': 'accepted',
      'a sign-in of a colleague with that phone': 'wrong-code',
      'the next sign-in': 'code-used',
      'a sign-in after its life': 'accepted',
    },
  },
]

const cells = table.flatMap(({ kind, askedIn, answers }) =>
  askedIn.flatMap((place) => uses.map((use) => ({ kind, place, use, answer: answers[use] }))),
)

test.each(cells)('$kind of $place in $use: $answer', async ({ kind, place, use, answer }) => {
  expect((await giveEverywhere(kind, place))[use]).toBe(answer)
})

test.each(['Authy text', 'Verify text'] as const)(
  '%s of an enrollment completes no sign-in, and the other way round',
  async (kind) => {
    const enrolling = await make(kind, 'enrollment')
    expect(await enrolling.give(signingIn(enrolling.there.pending))).toBe('text-elsewhere')
    expect(await enrolling.give(enrolling.there)).toBe('accepted')

    const { person, obtain } = await holders[kind]()
    const there = await places.enrollment(person)
    const give = await obtain(signingIn(there.pending))
    expect(await give(there)).toBe('text-elsewhere')
    expect(await give(signingIn(there.pending))).toBe('accepted')
  },
)

const given = new Map<string, Promise<Record<Use, string>>>()

/** One row: a proof goes to all wrong places before its own, which must still take it. */
function giveEverywhere(kind: Kind, place: PlaceName): Promise<Record<Use, string>> {
  const row = `${kind} of ${place}`
  const known = given.get(row) ?? giveInTurn(kind, place)
  given.set(row, known)
  return known
}

async function giveInTurn(kind: Kind, place: PlaceName): Promise<Record<Use, string>> {
  const isAskedFor = !['Authy app token', 'own app token', 'recovery code'].includes(kind)
  const made = await make(kind, place)
  const inPlace = async (other: PlaceName) => {
    // Of the links that prove a number or enroll a phone the newest alone is live.
    const endsPlace = other === place && !signIns.includes(other)
    const { person, give } = isAskedFor && !endsPlace ? made : await make(kind, place)
    return give(await places[other](person))
  }
  const ofColleague = isAskedFor ? made : await make(kind, place)
  const late = await make(kind, place)
  await endTime(late.there)
  return {
    'another sign-in': await inPlace('sign-in'),
    'another step-up': await inPlace('step-up'),
    'another number proof': await inPlace('number proof'),
    'another enrollment': await inPlace('enrollment'),
    'a sign-in of a colleague with that phone': await ofColleague.give(
      await places['sign-in'](await makeColleague(ofColleague.person)),
    ),
    'another browser': await inAnotherBrowser(made.there),
    'its place': await made.give(made.there),
    'its place again': await made.give(made.there),
    'the next sign-in': await made.give(await places['sign-in'](made.person)),
    'its place, too late': await late.give(late.there),
    'a sign-in after its life': await giveOld(kind, place),
  }
}

async function make(kind: Kind, place: PlaceName, isOld = false): Promise<Made> {
  const { person, obtain } = await holders[kind]()
  const there = await places[place](person)
  return { person, there, give: await obtain(there, isOld) }
}

async function giveOld(kind: Kind, place: PlaceName): Promise<string> {
  const { person, give } = await make(kind, place, true)
  return give(await places['sign-in'](person))
}

function boundBy(refusal: string): Record<Use, string> {
  return {
    'another sign-in': refusal,
    'another step-up': refusal,
    'another number proof': refusal,
    'another enrollment': refusal,
    'a sign-in of a colleague with that phone': refusal,
    'another browser': 'not-here',
    'its place': 'accepted',
    'its place again': 'ended',
    'the next sign-in': refusal,
    'its place, too late': 'ended',
    'a sign-in after its life': refusal,
  }
}

async function makeColleague({ firmId: id, mobileNumber, vendorUserId, vendor, vendorState }: Employee) {
  return makeEmployee({ id }, { mobileNumber, vendorUserId, vendor, vendorState })
}
