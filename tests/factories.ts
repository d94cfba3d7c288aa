import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { hashPassword } from '@/lib/passwords/password'
import type { Employee, Firm, Prisma } from '@/prisma/client/client'

export const passphrase = 'eleven wooden kites sing'

type FirmWishes = Partial<
  Pick<
    Firm,
    'name' | 'requiresSecondFactor' | 'isOperator' | 'pushMode' | 'trustDays' | 'defaultCountry' | 'mainLine'
  >
>
export type MadeFirm = Firm & { admin: Employee }

/** A firm and its first admin (support in the operator's firm), without whom no firm can be founded. */
export async function makeFirm(wishes: FirmWishes = {}): Promise<MadeFirm> {
  const isOperator = wishes.isOperator ?? false
  const requiresSecondFactor = wishes.requiresSecondFactor ?? isOperator
  const unique = nextSerial()
  return db.$transaction(async (tx) => {
    const firm = await tx.firm.create({
      data: { name: `Firm ${unique}`, ...wishes, isOperator, requiresSecondFactor },
    })
    const admin = await tx.employee.create({
      data: {
        firmId: firm.id,
        firmRequiresSecondFactor: requiresSecondFactor,
        firmIsOperator: isOperator,
        ...person(isOperator ? 'support' : 'admin'),
      },
    })
    await tx.credential.create({ data: { employeeId: admin.id, ...(await storePassphrase()) } })
    return { ...(await tx.firm.findUniqueOrThrow({ where: { id: firm.id } })), admin }
  })
}

type EmployeeWishes = Partial<
  Omit<Prisma.EmployeeUncheckedCreateInput, 'firmId' | 'firmRequiresSecondFactor' | 'firmIsOperator'>
>

/** A tech with a number and a password, unless wished otherwise. */
export async function makeEmployee(firm: { id: string }, wishes: EmployeeWishes = {}): Promise<Employee> {
  const { requiresSecondFactor, isOperator } = await db.firm.findUniqueOrThrow({ where: { id: firm.id } })
  const employee = await db.employee.create({
    data: {
      firmId: firm.id,
      firmRequiresSecondFactor: requiresSecondFactor,
      firmIsOperator: isOperator,
      ...person(isOperator ? 'support' : 'tech'),
      ...wishes,
    },
  })
  await db.credential.create({ data: { employeeId: employee.id, ...(await storePassphrase()) } })
  return employee
}

// Hashed once: nobody is compared with anybody here.
function storePassphrase(): ReturnType<typeof hashPassword> {
  storedPassphrase ??= hashPassword(passphrase)
  return storedPassphrase
}

let storedPassphrase: ReturnType<typeof hashPassword> | undefined

/** The person with a full session whose password and second factor were proven just now. */
export function actorFor(employee: Employee, wishes: Partial<Actor> = {}): Actor {
  return {
    employeeId: employee.id,
    firmId: employee.firmId,
    firmName: 'Firm',
    role: employee.role,
    name: employee.name,
    email: employee.email,
    sessionId: `session of ${employee.id}`,
    passwordAt: new Date(),
    secondFactorAt: new Date(),
    seenAt: new Date(),
    place: 'this computer',
    browser: 'Chrome on Linux',
    ...wishes,
  }
}

/** A live session row of this person. */
export async function makeSession(employee: Employee): Promise<string> {
  const { id } = await db.session.create({
    data: {
      id: crypto.randomUUID(),
      employeeId: employee.id,
      expiresAt: new Date(Date.now() + 60 * 60 * 1000),
      passwordAt: new Date(),
      secondFactorAt: new Date(),
      secondFactor: 'push',
      browser: 'Chrome on Linux',
      place: 'this computer',
    },
  })
  return id
}

/** E.164, from the numbers that every American area code keeps for fiction (555-01xx). */
export function uniqueNumber(): string {
  const serial = nextNumber++
  const areaCode = areaCodes[Math.floor(serial / 100) % areaCodes.length]
  return `+1${areaCode}55501${String(serial % 100).padStart(2, '0')}`
}

/** As an admin types it. */
export function digitsOf(e164: string): string {
  return e164.slice(1)
}

function person(role: Employee['role']) {
  const unique = nextSerial()
  return {
    role,
    name: `${role} ${unique}`,
    email: `${role}-${unique}@${processMark}.example`,
    mobileNumber: uniqueNumber(),
  }
}

// Several test processes may share one database.
const processMark = crypto.randomUUID().slice(0, 13)
let serial = 0
let nextNumber = 0

function nextSerial(): string {
  serial += 1
  return String(serial).padStart(4, '0')
}

// So many that all files of one worker together do not use a number twice.
const areaCodes =
  '201 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 225 228 229 231 234 239 240 248 251 252 253 254 256'
    .concat(
      ' 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325',
      ' 330 334 336 337 339 347 352 360 361 386 404 408 415 503 512 602 612 617 702 713 801 808',
    )
    .split(' ')
