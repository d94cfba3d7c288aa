import { type Employee, Prisma } from '@/prisma/client/client'
import type { Tx } from './db'

const columns = {
  id: 'id',
  firmId: 'firm_id',
  role: 'role::text',
  name: 'name',
  active: 'active',
  version: 'version',
  changedAt: 'changed_at',
  changedBy: 'changed_by',
  mobileNumber: 'mobile_number',
  numberProvenAt: 'number_proven_at',
  testedAt: 'tested_at',
  vendorUserId: 'vendor_user_id',
  enrolledAt: 'enrolled_at',
  factorResetAt: 'factor_reset_at',
  mustUseSecondFactor: 'must_use_second_factor',
  roleChangedAt: 'role_changed_at',
  wrongTokensInRow: 'wrong_tokens_in_row',
  tokensLockedUntil: 'tokens_locked_until',
  wrongCodesInRow: 'wrong_codes_in_row',
  codesLockedUntil: 'codes_locked_until',
} as const satisfies Partial<Record<keyof Employee, string>>

const selected = Prisma.raw(
  Object.entries(columns)
    .map(([field, column]) => `${column} as "${field}"`)
    .join(', '),
)

export type LockedEmployee = Pick<Employee, keyof typeof columns> & { now: Date }

/** Locks after `lockFirm`, never before it, so two changes cannot deadlock. Another firm's person is not found. */
export async function lockEmployee(
  tx: Tx,
  employeeId: string,
  firmId: string | null = null,
): Promise<LockedEmployee | null> {
  const [employee] = await tx.$queryRaw<LockedEmployee[]>`
    select ${selected}, now()::timestamptz(3) as now from employee
    where id = ${employeeId}::uuid and firm_id = coalesce(${firmId}::uuid, firm_id) for no key update`
  return employee ?? null
}
