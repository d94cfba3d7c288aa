import type { Tx } from '@/lib/db'
import { Prisma, type Vendor } from '@/prisma/client/client'
import { numberHash } from './number-hash'
import { type LiveText, readTexts, type Texts, textLifeMinutes, triesPerCode } from './rules'
import type { TokenTarget } from './token-target'

type Phone = Pick<TokenTarget, 'mobileNumber' | 'vendorUserId'>

const isLive = Prisma.sql`(consumed_at is null and status not in ('failed', 'ignored')
  and created_at > now() - make_interval(mins => ${textLifeMinutes}))`

/** Both vendors text a live token again when asked once more, so texts to one phone have the same digits. */
function hasSameDigits({ mobileNumber, vendorUserId }: Phone, vendor: Vendor) {
  return vendor === 'authy'
    ? Prisma.sql`(vendor = 'authy' and vendor_user_id = ${vendorUserId})`
    : Prisma.sql`(vendor = 'verify' and number_hash = ${hashOf(mobileNumber)})`
}

function hashOf(mobileNumber: string | null): string {
  return mobileNumber ? numberHash(mobileNumber) : 'none'
}

export async function lockNumber(tx: Tx, mobileNumber: string | null): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${hashOf(mobileNumber)}, 0))::text`
}

/** Counts a text as its own only in the sign-in and for the purpose that asked for it. */
export async function findTexts(tx: Tx, target: TokenTarget): Promise<Texts> {
  const texts = await tx.$queryRaw<LiveText[]>`
    select id, vendor::text as vendor, vendor_id as "vendorId", status::text as status, tries_left as "triesLeft",
      coalesce(pending_sign_in_id = ${target.pendingId}, false) and purpose = ${target.purpose}::pending_purpose
        and number_hash = ${hashOf(target.mobileNumber)} as "isOwn"
    from sent_token
    where (${hasSameDigits(target, 'authy')} or ${hasSameDigits(target, 'verify')}) and ${isLive}
    order by created_at desc, id desc`
  return readTexts(texts)
}

export async function countOnTexts(tx: Tx, target: TokenTarget, texts: Texts, by: -1 | 1): Promise<void> {
  for (const vendor of ['authy', 'verify'] as const) {
    if (!texts[vendor].own) continue
    await tx.$executeRaw`
      update sent_token set tries_left = least(tries_left + ${by}, ${triesPerCode})
      where id in (${listLocked(target, vendor)})`
  }
}

/** Ends every text with these digits; false if another request has ended this one before. */
export async function consumeText(
  tx: Tx,
  target: TokenTarget,
  { id, vendor }: Pick<LiveText, 'id' | 'vendor'>,
): Promise<boolean> {
  const consumed = await tx.$queryRaw<Array<{ id: string }>>`
    update sent_token set consumed_at = now() where id in (${listLocked(target, vendor)}) returning id`
  return consumed.some((text) => text.id === id)
}

/** The tries of the next text: a text with the same digits must not give five more. */
export async function countTriesOfNext(tx: Tx, phone: Phone, vendor: Vendor): Promise<number> {
  const [next] = await tx.$queryRaw<[{ tries: number }]>`
    select coalesce(min(tries_left), ${triesPerCode})::int as tries from sent_token
    where ${hasSameDigits(phone, vendor)} and ${isLive}`
  return next.tries
}

/** Locks in one order, or two people with one phone could deadlock. */
function listLocked(target: TokenTarget, vendor: Vendor) {
  return Prisma.sql`
    select id from sent_token where ${hasSameDigits(target, vendor)} and ${isLive} order by id for update`
}
