import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { keptDays } from '@/lib/notifications/rules'
import { notifyUnfinished } from '@/lib/sign-in/notify-unfinished'
import { resealOld } from '@/lib/sign-in-methods/totp/reseal'

/**
 * Deletes what has ended, by the database's clock, once people were told of what ended badly. Nothing here decides: an
 * ended row is refused long before it goes.
 */
export async function housekeep(): Promise<void> {
  await notifyUnfinished()
  await db.$executeRaw`
    delete from session where expires_at < now() or last_seen_at < now() - interval '1 day'`
  await dropPendingSignIns()
  await db.$executeRaw`delete from consumed_token where consumed_at < now() - interval '1 hour'`
  await db.$executeRaw`delete from callback_nonce where seen_at < now() - interval '1 day'`
  await db.$executeRaw`
    delete from mail_link where coalesce(used_at, expires_at) < now() - interval '7 days'`
  await db.$executeRaw`delete from case_draft where expires_at < now() - interval '1 day'`
  // A browser that has only set a password was never "seen": it goes by its first day.
  await db.$executeRaw`
    delete from known_browser where greatest(first_seen_at, last_seen_at) < now() - interval '400 days'`
  await db.$executeRaw`delete from known_network where last_seen_at < now() - interval '90 days'`
  await db.$executeRaw`delete from trusted_browser where expires_at < now() - interval '1 day'`
  await db.$executeRaw`delete from passkey_challenge where expires_at < now() - interval '1 hour'`
  await db.$executeRaw`
    delete from totp_app where confirmed_at is null and created_at < now() - interval '1 day'`
  await db.$executeRaw`delete from notification where at < now() - make_interval(days => ${keptDays})`
  await resealOld()
  await db.$executeRaw`
    delete from rate_limit where expire < extract(epoch from now() - interval '1 hour') * 1000`
}

/** A number that was tried on the way to a new phone and never proven is nobody's: the vendor forgets it. */
async function dropPendingSignIns(): Promise<void> {
  await db.$transaction(async (tx) => {
    const dropped = await tx.$queryRaw<Array<{ vendorUserId: string | null }>>`
      delete from pending_sign_in where expires_at < now() - interval '1 day' returning new_vendor_user_id as "vendorUserId"`
    const tried = new Set(dropped.flatMap(({ vendorUserId }) => vendorUserId ?? []))
    for (const vendorUserId of tried) await enqueue(tx, 'remove-at-vendor', { vendorUserId })
  })
}
