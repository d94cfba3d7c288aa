import { type FirmPolicy, policyKey } from '@/lib/access/firm-policy'
import { db } from '@/lib/db'
import type { PolicyForm } from '@/lib/firms/schema'

export const anything: FirmPolicy = {
  allowsPush: true,
  allowsApp: true,
  allowsText: true,
  minimumTech: 'any',
  minimumAdmin: 'any',
  allowsPasskeyAlone: false,
  trustDays: 0,
}

export async function policyOf(firm: { id: string }): Promise<FirmPolicy> {
  const select = {
    allowsPush: true,
    allowsApp: true,
    allowsText: true,
    minimumTech: true,
    minimumAdmin: true,
    allowsPasskeyAlone: true,
    trustDays: true,
  }
  return db.firm.findUniqueOrThrow({ where: { id: firm.id }, select })
}

/** The form as it opened, with what the admin has changed in it. */
export async function chosen(firm: { id: string }, changes: Partial<FirmPolicy>): Promise<PolicyForm> {
  const before = await policyOf(firm)
  return { ...before, ...changes, seen: policyKey(before) }
}

export async function makePasskey(person: { id: string }) {
  return db.passkey.create({
    data: {
      employeeId: person.id,
      name: 'Key',
      credentialId: crypto.randomUUID(),
      publicKey: new Uint8Array([1]),
      isSynced: false,
      isBackedUp: false,
    },
  })
}

export async function makeApp(person: { id: string }, confirmedAt: Date | null = new Date()) {
  return db.totpApp.create({
    data: { employeeId: person.id, name: 'App', sealedSecret: 'sealed', addedIn: 'here', confirmedAt },
  })
}

/** Techs whose firm has the rule on, a thousand at a time: a statement has eight seconds. */
export async function makeCrowd(firm: { id: string }, count: number) {
  for (let from = 1; from <= count; from += 1000)
    await db.$executeRaw`
      insert into employee (id, firm_id, firm_requires_second_factor, firm_is_operator, role, name, email, mobile_number)
      select gen_random_uuid(), ${firm.id}::uuid, true, false, 'tech', 'Tech ' || lpad(n::text, 5, '0'),
        'many-' || n || '-' || ${firm.id} || '@firm.example', '+12025550' || lpad((n % 1000)::text, 3, '0')
      from generate_series(${from}::int, ${Math.min(from + 999, count)}::int) n`
}
