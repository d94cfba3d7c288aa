import { cast } from '../../prisma/cast'
import { userByDigits, type World } from './world'

export type Person = { owner: string; email: string | null; firm: string | null }

const castPeople = cast.flatMap((firm) => firm.people.map((person) => ({ ...person, firm: firm.name })))

/** Whose phone this is: somebody of the cast by number or by the registered e-mail, else the person who registered it. */
export function personOf(world: World, digits: string): Person {
  const user = userByDigits(world, digits)
  const member =
    castPeople.find((person) => person.email === user?.email) ??
    castPeople.find((person) => person.mobileNumber === `+${digits}`)
  if (member) return { owner: member.name, email: member.email, firm: member.firm }
  return { owner: user?.email ?? `+${digits}`, email: user?.email ?? null, firm: null }
}

/** The cast's phones first, then every other number that the portal has registered or texted, newest first. */
export function listDigits(world: World): string[] {
  const ofCast = castPeople.flatMap((person) => person.mobileNumber?.slice(1) ?? [])
  const others = [...world.phones.values()].filter((phone) => !ofCast.includes(phone.digits))
  return [...ofCast, ...others.reverse().map((phone) => phone.digits)]
}

/** People of the cast whose number nobody has recorded yet, each with a free number that fits to the firm's others. */
export function castWithoutPhone(world: World, firm: string) {
  const registered = new Set([...world.users.values()].map((user) => user.email))
  const people = castPeople.filter((person) => person.firm === firm)
  const highest = Math.max(...people.map((person) => Number(person.mobileNumber?.slice(1) ?? 0)))
  return people
    .filter((person) => !person.mobileNumber)
    .map((person, index) => ({ ...person, suggestion: String(highest + 1 + index) }))
    .filter((person) => !registered.has(person.email))
}

export const firmNames = cast.map((firm) => firm.name)
