import { Prisma } from '@/prisma/client/client'
import { pushWindowMinutes } from './rules'

/** A sign-in without a second factor keeps the count: a stolen password could otherwise send endless pushes. */
export const isInVain = Prisma.sql`(u.employee_id = e.id and u.consumed_at is null
  and u.created_at > now() - make_interval(mins => ${pushWindowMinutes})
  and (u.created_at > coalesce(e.last_sign_in_at, '-infinity') or not e.firm_requires_second_factor))`
