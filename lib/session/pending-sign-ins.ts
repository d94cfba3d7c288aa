import { db, type Tx } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { Prisma, type PushMode, type Role, type Vendor } from '@/prisma/client/client'
import { networkOf, type SignInContext } from './visitor'

export const pendingMinutes = 10

export const isPendingLive = Prisma.sql`(p.consumed_at is null and p.expires_at > now())`

/** The password was right and the second factor is missing: this type opens only the second step. */
export type PendingSignIn = {
  pendingId: string
  employeeId: string
  firmId: string
  firmName: string
  defaultCountry: string | null
  role: Role
  name: string
  email: string
  mobileNumber: string | null
  vendor: Vendor
  vendorUserId: string | null
  pushMode: PushMode
  purpose: 'sign_in' | 'step_up' | 'prove_number'
  returnTo: string | null
  triesLeft: number
  /** Only an enrollment link or a one-time pass helps after a reset. */
  isReset: boolean
  tokensLockedUntil: Date | null
  codesLockedUntil: Date | null
  arePushesLocked: boolean
  /** The proof was below the firm's minimum strength: the person must add a stronger method. */
  provenBy: string | null
  expiresAt: Date
  browser: string
  place: string
  browserId: string
  network: string
}

/** The sign-in with the place and the browser of one request, which can be another place than it was started from. */
export type PendingHere = Pick<PendingSignIn, 'pendingId' | keyof ReturnType<typeof seenFrom>>

export function seenFrom({ browserId, place, browser, address }: SignInContext) {
  return { browserId, place, browser, network: networkOf(address) }
}

/** Tells the forms of one sign-in from those of another, and nothing else. */
export function markOf({ pendingId }: Pick<PendingSignIn, 'pendingId'>): string {
  return storedId(pendingId).slice(0, 16)
}

export function findPendingSignIn(pendingId: string, tx: Tx = db): Promise<PendingSignIn | null> {
  return find(tx, pendingId, ['sign_in', 'step_up'])
}

/** This purpose only confirms the number on file: no sign-in page finds it. */
export function findPendingNumberProof(pendingId: string, tx: Tx = db): Promise<PendingSignIn | null> {
  return find(tx, pendingId, ['prove_number'])
}

async function find(
  tx: Tx,
  pendingId: string,
  purposes: PendingSignIn['purpose'][],
): Promise<PendingSignIn | null> {
  const [pending] = await tx.$queryRaw<PendingSignIn[]>`
    select p.id as "pendingId", e.id as "employeeId", e.firm_id as "firmId", f.name as "firmName",
      f.default_country as "defaultCountry", e.role::text as role, e.name, e.email, e.vendor::text as vendor,
      e.mobile_number as "mobileNumber", e.vendor_user_id as "vendorUserId", f.push_mode::text as "pushMode",
      p.purpose::text as purpose, p.return_to as "returnTo", p.tries_left as "triesLeft",
      e.factor_reset_at is not null as "isReset",
      case when e.tokens_locked_until > now() then e.tokens_locked_until end as "tokensLockedUntil",
      case when e.codes_locked_until > now() then e.codes_locked_until end as "codesLockedUntil",
      e.pushes_locked_at is not null as "arePushesLocked", p.proven_by as "provenBy",
      p.expires_at as "expiresAt", p.browser, p.place, p.browser_id as "browserId", p.network
    from pending_sign_in p join employee e on e.id = p.employee_id join firm f on f.id = e.firm_id
    where p.id = ${pendingId} and p.purpose::text = any(${purposes}) and ${isPendingLive} and e.active`
  return pending ?? null
}
