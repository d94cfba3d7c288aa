import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { trustBrowser } from '@/lib/sign-in-methods/trusted-browsers/trust-browser'
import type { Firm } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../../factories'
import { finishOwn, makePending } from '../../pending'

export const home = { browserId: 'a'.repeat(64), network: '10.0.0.1' }

export async function makeTrustingFirm(data: Partial<Firm> = {}) {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 14, ...data } })
  return firm
}

/** Signs in at home with a second step, and answers the stored id of the session. */
export async function signIn(person: { id: string }): Promise<string> {
  const proof: Proof = { kind: 'token', method: 'text', digest: crypto.randomUUID() }
  const finished = await finishSignIn(await makePending(person, home), proof)
  if (!finished.ok) throw new Error(finished.reason)
  return storedId(finished.value.sessionSecret)
}

/** A tech whose browser at home is trusted; `browserHash` is what its cookie stands for. */
export async function makeTrusted(firm?: { id: string }) {
  const tech = await makeEmployee(firm ?? (await makeTrustingFirm()), {
    vendorUserId: crypto.randomUUID(),
  })
  const sessionId = await signIn(tech)
  const trusted = await trustBrowser(sessionId, 'text')
  if (!trusted.ok) throw new Error(trusted.reason)
  return { tech, sessionId, browserHash: storedId(trusted.value.secret) }
}

/** The next sign-in from home, after the password, by the browser's cookie alone. */
export async function comeBack(person: { id: string }, browserHash: string, from: Partial<typeof home> = {}) {
  const { pendingId } = await makePending(person, { ...home, ...from })
  return finishOwn(pendingId, { kind: 'trusted-browser', browserHash })
}

export const asked = { ok: false, reason: 'second-step-required' }
