import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { type StoredPassword, verifyPassword } from '@/lib/passwords/password'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { pendingMinutes } from '@/lib/session/pending-sign-ins'
import { networkOf, type SignInContext, type Visitor } from '@/lib/session/visitor'
import type { SignInForm } from './schema'

type StartedSignIn = { pendingSecret: string; needsSecondFactor: boolean }

const perNetwork: Limit = { name: 'sign-in-network', points: 100, seconds: 15 * 60 }
const perAccountAndNetwork: Limit = { name: 'sign-in-account-network', points: 10, seconds: 15 * 60 }
const perAccountFromStrangers: Limit = { name: 'sign-in-account', points: 100, seconds: 24 * 60 * 60 }
const throttledNotes: Limit = { name: 'sign-in-throttled-note', points: 1, seconds: 15 * 60 }

/** Unknown, wrong, disabled and throttled get the same work, answer and time; `later` records after the answer. */
export async function startSignIn(
  form: SignInForm,
  visitor: SignInContext,
  later: (work: () => Promise<void>) => void,
): Promise<Result<StartedSignIn, 'wrong' | 'busy'>> {
  const person = await findPerson(form.email, visitor.browserId)
  const limits = limitsFor(form.email, visitor, person?.knowsBrowser ?? false)
  const isThrottled = !(await takeAll(limits))

  const comparable = person?.active && !person.isBlocked && !isThrottled ? person : null
  const matches = await verifyPassword(form.password, comparable, queueKey(form.email, isThrottled))
  if (matches === 'busy') {
    await giveAllBack(limits)
    return refuse('busy')
  }
  if (!matches || !comparable) {
    if (person) later(() => recordWrongPassword(person, visitor, isThrottled))
    return refuse('wrong')
  }

  await giveAllBack(limits)
  const pendingSecret = newSecretId()
  const isOpen = await db.$transaction(async (tx) => {
    // Only while the compared password is still the stored one.
    const opened = await tx.$executeRaw`
      insert into pending_sign_in
        (id, employee_id, purpose, replaces_session_id, return_to, password_at, expires_at, browser, place, browser_id, network)
      select ${storedId(pendingSecret)}, employee_id, 'sign_in', ${visitor.sessionId ?? null}, ${form.next ?? null}, now(),
        now() + make_interval(mins => ${pendingMinutes}), ${visitor.browser}, ${visitor.place}, ${visitor.browserId},
        ${networkOf(visitor.address)}
      from credential
      where employee_id = ${comparable.employeeId}::uuid and password_hash = ${comparable.passwordHash}
        and blocked_at is null for share`
    if (opened === 0) return false
    await record(tx, { ...comparable, ...seenAs(visitor) }, 'sign-in.started')
    return true
  })
  if (!isOpen) return refuse('wrong')
  return ok({ pendingSecret, needsSecondFactor: comparable.mustUseSecondFactor })
}

type Person = StoredPassword & {
  employeeId: string
  firmId: string
  name: string
  active: boolean
  mustUseSecondFactor: boolean
  isBlocked: boolean
  knowsBrowser: boolean
}

async function findPerson(email: string, browserId: string): Promise<Person | null> {
  const [person] = await db.$queryRaw<Person[]>`
    select e.id as "employeeId", e.firm_id as "firmId", e.name, e.active, c.scheme, c.cost,
      c.password_hash as "passwordHash", e.must_use_second_factor as "mustUseSecondFactor",
      c.blocked_at is not null as "isBlocked",
      exists (select from known_browser k where k.employee_id = e.id and k.browser_id = ${browserId}) as "knowsBrowser"
    from employee e join credential c on c.employee_id = e.id
    where e.email = ${email}`
  return person ?? null
}

/** Counts a known browser alone, so an attacker cannot lock the person out. */
function limitsFor(email: string, visitor: SignInContext, knowsBrowser: boolean): Array<[Limit, string]> {
  if (knowsBrowser) return [[perAccountAndNetwork, `${email}|${visitor.browserId}`]]
  const network = networkOf(visitor.address)
  return [
    [perNetwork, network],
    [perAccountAndNetwork, `${email}|${network}`],
    [perAccountFromStrangers, email],
  ]
}

/** Queues by mail domain, since a full queue of known addresses alone would show which exist. */
function queueKey(email: string, isThrottled: boolean): string {
  return isThrottled ? 'throttled' : email.slice(email.lastIndexOf('@') + 1)
}

async function takeAll(limits: Array<[Limit, string]>): Promise<boolean> {
  const taken = await Promise.all(limits.map(([limit, key]) => takeOne(limit, key)))
  return taken.every(Boolean)
}

async function giveAllBack(limits: Array<[Limit, string]>): Promise<void> {
  await Promise.all(limits.map(([limit, key]) => giveBack(limit, key)))
}

/** Records throttled tries rarely, so they cannot bury a firm's audit log. */
async function recordWrongPassword(
  person: Person,
  visitor: SignInContext,
  isThrottled: boolean,
): Promise<void> {
  if (isThrottled && !(await takeOne(throttledNotes, person.employeeId))) return
  await record(db, { ...person, ...seenAs(visitor) }, 'sign-in.wrong-password', undefined, {
    page: 'sign-in',
    isThrottled,
  })
}

function seenAs(visitor: Visitor) {
  return { place: visitor.place, browser: visitor.browser, requestId: visitor.requestId }
}
