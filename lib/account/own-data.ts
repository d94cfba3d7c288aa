import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'

const mostEvents = 1000

/** Exports no secret, hash or usable id, and only the names of other people. */
export async function takeOwnData(actor: Actor) {
  await record(db, actor, 'account.data-downloaded', { id: actor.employeeId, name: actor.name })
  const { passkeys, totpApps, recoveryCodes, ...person } = await db.employee.findFirstOrThrow({
    where: { id: actor.employeeId, firmId: actor.firmId },
    select: ownData,
  })
  return {
    person,
    signInMethods: { passkeys, apps: totpApps, recoveryCodes },
    events: await listEvents(actor),
  }
}

const place = { place: true, browser: true }

const ownData = {
  name: true,
  email: true,
  role: true,
  mobileNumber: true,
  numberProvenAt: true,
  numberChangedAt: true,
  createdAt: true,
  changedAt: true,
  changedBy: true,
  lastSignInAt: true,
  enrolledAt: true,
  watchedUntil: true,
  pushesLockedAt: true,
  firm: { select: { name: true } },
  credential: { select: { changedAt: true } },
  passkeys: {
    select: { name: true, isSynced: true, isBackedUp: true, createdAt: true, lastUsedAt: true },
  },
  totpApps: {
    where: { confirmedAt: { not: null } },
    select: { name: true, confirmedAt: true, lastUsedAt: true },
  },
  recoveryCodes: { select: { createdAt: true, usedAt: true }, orderBy: { slot: 'asc' } },
  sessions: { select: { ...place, createdAt: true, lastSeenAt: true, expiresAt: true } },
  trustedBrowsers: { select: { ...place, provenAt: true, lastUsedAt: true, expiresAt: true } },
  knownBrowsers: { select: { firstSeenAt: true, lastSeenAt: true } },
  knownNetworks: { select: { network: true, firstSeenAt: true, lastSeenAt: true } },
  sentTokens: { select: { vendor: true, status: true, createdAt: true } },
  articleVotes: { select: { article: true, helpful: true, missing: true, votedAt: true } },
  cases: {
    select: {
      number: true,
      kind: true,
      state: true,
      reason: true,
      oldNumber: true,
      requestedNumber: true,
      bestTime: true,
      words: true,
      openedAt: true,
      ...place,
    },
  },
  notifications: { select: { content: true, at: true, seenAt: true, notMeAt: true } },
} satisfies Prisma.EmployeeSelect

async function listEvents({ firmId, employeeId }: Actor) {
  return db.$queryRaw<unknown[]>`
    select at, action, actor_name as "by", target_name as "whom", details,
      case when actor_id = ${employeeId}::uuid then place end as place,
      case when actor_id = ${employeeId}::uuid then browser end as browser
    from audit_event
    where firm_id = ${firmId}::uuid and (actor_id = ${employeeId}::uuid or target_id = ${employeeId}::uuid)
    order by id desc limit ${mostEvents}`
}
