import { db } from '@/lib/db'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { seal } from '@/lib/sign-in-methods/totp/sealed-secret'
import { newTotpSecret } from '@/lib/sign-in-methods/totp/totp'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeSession } from '../factories'

type Wishes = Parameters<typeof makeEmployee>[1]

/**
 * Somebody with a password and a number that nobody else has: all tests share one stand-in of the vendor. Has signed in
 * before, so that nothing about getting ready stands between the sign-in and the page that was wanted.
 */
export async function hire(firm: { id: string }, wishes: Wishes = {}) {
  return makeEmployee(firm, { mobileNumber: await freeNumber(), testedAt: new Date(), ...wishes })
}

/** As `hire`, known to the vendor and with its app on the phone. */
export async function hireRegistered(firm: { id: string }, wishes: Wishes = {}) {
  const person = await hire(firm, wishes)
  const registered = await provider.register({ email: person.email, mobileNumber: person.mobileNumber ?? '' })
  if (!registered.ok) throw new Error(registered.reason)
  const { vendorUserId } = registered
  return db.employee.update({
    where: { id: person.id },
    data: { vendorUserId, vendorState: 'registered', vendorAppUsedAt: new Date() },
  })
}

/** Gives the person an authenticator app, and answers its key. Its present token is not consumed. */
export async function giveApp(person: { id: string }): Promise<string> {
  const [id, key] = [crypto.randomUUID(), newTotpSecret()]
  const data = {
    id,
    employeeId: person.id,
    name: 'Work phone',
    sealedSecret: seal(key, id),
    addedIn: 'a test',
  }
  await db.totpApp.create({ data: { ...data, confirmedAt: new Date() } })
  await db.employee.update({ where: { id: person.id }, data: { enrolledAt: new Date() } })
  return key
}

/** Gives the person recovery codes, as they are shown. */
export async function giveCodes(person: Employee): Promise<string[]> {
  const freshActor = await freshActorOf(actorFor(person, { sessionId: await makeSession(person) }))
  if (!freshActor.ok) throw new Error(freshActor.reason)
  const made = await generateRecoveryCodes(freshActor.value)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

/** From the numbers that every American area code keeps for fiction. */
export async function freeNumber(): Promise<string> {
  for (;;) {
    const areaCode = areaCodes[Math.floor(Math.random() * areaCodes.length)]
    const mobileNumber = `+1${areaCode}55501${String(Math.floor(Math.random() * 100)).padStart(2, '0')}`
    if (!(await db.employee.findFirst({ where: { mobileNumber }, select: { id: true } }))) return mobileNumber
  }
}

const areaCodes =
  '203 205 207 208 209 210 214 217 218 219 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281'
    .concat(
      ' 301 302 304 307 308 309 310 314 315 316 317 318 319 320 321 323 325 330 334 336 337 339 347 352 360 361 386',
    )
    .split(' ')
