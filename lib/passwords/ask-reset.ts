import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { networkOf, type Visitor } from '@/lib/session/visitor'

const perNetwork: Limit = { name: 'reset-network', points: 60, seconds: 15 * 60 }
const perAddress: Limit = { name: 'reset-address', points: 5, seconds: 15 * 60 }
const perAddressAndDay: Limit = { name: 'reset-address-day', points: 20, seconds: 24 * 60 * 60 }

/** Queues the address without looking it up: answer and time must not reveal an account. */
export async function askReset(email: string, { address, place, browser }: Visitor): Promise<void> {
  const isWithinLimits =
    (await takeOne(perNetwork, networkOf(address))) &&
    (await takeOne(perAddress, email)) &&
    (await takeOne(perAddressAndDay, email))
  if (isWithinLimits) await enqueue(db, 'password-reset-mail', { email, place, browser })
}
