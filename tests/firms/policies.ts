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
