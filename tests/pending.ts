import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { findPendingSignIn, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'

/** A person whose password was right a moment ago. */
export async function makePending(
  employee: { id: string },
  more: {
    expiresInSeconds?: number
    purpose?: 'sign_in' | 'step_up'
    replacesSessionId?: string
    browserId?: string
    network?: string
  } = {},
): Promise<PendingSignIn> {
  const id = storedId(newSecretId())
  await db.$executeRaw`
    insert into pending_sign_in (id, employee_id, purpose, replaces_session_id, password_at, expires_at, browser, place, browser_id,
      network)
    values (${id}, ${employee.id}::uuid, ${more.purpose ?? 'sign_in'}::pending_purpose, ${more.replacesSessionId ?? null}, now(),
      now() + make_interval(secs => ${more.expiresInSeconds ?? 600}), 'Chrome on Linux', 'somewhere',
      ${more.browserId ?? storedId(newSecretId())}, ${more.network ?? ''})`
  const pending = await findPendingSignIn(id)
  if (!pending && (more.expiresInSeconds ?? 1) > 0) throw new Error('The pending sign-in was not found')
  return pending ?? ({ pendingId: id, employeeId: employee.id } as PendingSignIn)
}

/** Finishes it in the browser that started it. */
export async function finishOwn(pendingId: string, proof: Proof) {
  const started = await db.pendingSignIn.findUnique({ where: { id: pendingId } })
  const { browserId, place, browser, network } = started ?? {
    browserId: '',
    place: '',
    browser: '',
    network: '',
  }
  return finishSignIn({ pendingId, browserId, place, browser, network }, proof)
}
