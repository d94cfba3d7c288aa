import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { typedCodeHash } from './create-push'

/** Counts a try, three per push; `finishSignIn` compares, so approval and code count together. */
export async function tryTypedCode(
  pendingId: string,
  code: string,
): Promise<Result<string, 'not-approved' | 'no-tries-left'>> {
  const [push] = await db.$queryRaw<Array<{ triesLeft: number }>>`
    update push set typed_tries_left = typed_tries_left - 1
    where pending_sign_in_id = ${pendingId} and typed_code_hash is not null and consumed_at is null
      and status = 'approved'
    returning typed_tries_left as "triesLeft"`
  if (!push) return refuse('not-approved')
  return push.triesLeft >= 0 ? ok(typedCodeHash(pendingId, code.replace(/\s/g, ''))) : refuse('no-tries-left')
}
