import { before, readClock } from '@/lib/clock'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { keptDays } from '@/lib/notifications/rules'
import { notifyUnfinished } from '@/lib/sign-in/notify-unfinished'
import { resealOld } from '@/lib/sign-in-methods/totp/reseal'

/** Deletes by the database's clock. It decides nothing: the portal refuses an ended row long before. */
export async function housekeep(): Promise<void> {
  await notifyUnfinished()
  const now = await readClock(db)
  const [hourAgo, dayAgo, weekAgo] = [
    before(now, { hours: 1 }),
    before(now, { days: 1 }),
    before(now, { days: 7 }),
  ]
  await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, { lastSeenAt: { lt: dayAgo } }] } })
  await dropPendingSignIns()
  await db.consumedToken.deleteMany({ where: { consumedAt: { lt: hourAgo } } })
  await db.callbackNonce.deleteMany({ where: { seenAt: { lt: dayAgo } } })
  await db.mailLink.deleteMany({
    where: { OR: [{ usedAt: { lt: weekAgo } }, { usedAt: null, expiresAt: { lt: weekAgo } }] },
  })
  await db.caseDraft.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
  // Checks the first day too: a browser that only set a password has `lastSeenAt` -infinity.
  const longAgo = { lt: before(now, { days: 400 }) }
  await db.knownBrowser.deleteMany({ where: { firstSeenAt: longAgo, lastSeenAt: longAgo } })
  await db.knownNetwork.deleteMany({ where: { lastSeenAt: { lt: before(now, { days: 90 }) } } })
  await db.trustedBrowser.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
  await db.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: hourAgo } } })
  await db.totpApp.deleteMany({ where: { confirmedAt: null, createdAt: { lt: dayAgo } } })
  await db.sentForm.deleteMany({ where: { sentAt: { lt: dayAgo } } })
  await db.notification.deleteMany({ where: { at: { lt: before(now, { days: keptDays }) } } })
  await resealOld()
  await db.rateLimit.deleteMany({ where: { expire: { lt: hourAgo.getTime() } } })
}

async function dropPendingSignIns(): Promise<void> {
  await db.$transaction(async (tx) => {
    const dropped = await tx.$queryRaw<Array<{ vendorUserId: string | null }>>`
      delete from pending_sign_in where expires_at < now() - interval '1 day' returning new_vendor_user_id as "vendorUserId"`
    const tried = new Set(dropped.flatMap(({ vendorUserId }) => vendorUserId ?? []))
    for (const vendorUserId of tried) await enqueue(tx, 'remove-at-vendor', { vendorUserId })
  })
}
