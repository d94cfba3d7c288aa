import type { MethodPolicy, OwnMethods } from '@/lib/access/methods'
import { db, type Tx } from '@/lib/db'
import type { Role } from '@/prisma/client/client'

/** One query reads both: a decision must not mix two moments. */
export type MethodsNow = { role: Role; own: OwnMethods; policy: MethodPolicy }

export async function findMethods(employeeId: string, tx: Tx = db): Promise<MethodsNow | null> {
  const [row] = await tx.$queryRaw<Array<OwnMethods & MethodPolicy & { role: Role }>>`
    select e.role::text as role, f.allows_push as "allowsPush", f.allows_text as "allowsText", f.allows_app as "allowsApp",
      f.minimum_tech::text as "minimumTech", f.minimum_admin::text as "minimumAdmin",
      e.mobile_number is not null and e.factor_reset_at is null as "hasPhone",
      e.vendor_user_id is not null as "hasVendorApp",
      e.vendor_user_id is not null and e.vendor_app_used_at is not null as "hasUsedVendorApp",
      (select count(*)::int from totp_app a where a.employee_id = e.id and a.confirmed_at is not null) as "totpApps",
      (select count(*)::int from passkey p where p.employee_id = e.id and p.cloned_at is null) as passkeys,
      (select count(*)::int from recovery_code c where c.employee_id = e.id and c.used_at is null) as "recoveryCodesLeft"
    from employee e join firm f on f.id = e.firm_id where e.id = ${employeeId}::uuid and e.active`
  if (!row) return null
  const { role, allowsPush, allowsText, allowsApp, minimumTech, minimumAdmin, ...own } = row
  return { role, own, policy: { allowsPush, allowsText, allowsApp, minimumTech, minimumAdmin } }
}
