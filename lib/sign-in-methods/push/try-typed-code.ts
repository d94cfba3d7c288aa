import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { type CodeRefusal, readTypedCode } from '@/lib/typed-code'
import { typedCodeHash } from './create-push'

const codeLength = { least: 6, most: 6 }

/** Counts a try, three per push, once it is a code; `finishSignIn` compares, so approval and code count together. */
export async function tryTypedCode(
  pendingId: string,
  typed: string,
): Promise<Result<string, CodeRefusal | 'not-approved' | 'no-tries-left'>> {
  const code = readTypedCode(typed, codeLength)
  if (!code.ok) return code
  const [push] = await db.$queryRaw<Array<{ triesLeft: number }>>`
    update push set typed_tries_left = typed_tries_left - 1
    where pending_sign_in_id = ${pendingId} and typed_code_hash is not null and consumed_at is null
      and status = 'approved'
    returning typed_tries_left as "triesLeft"`
  if (!push) return refuse('not-approved')
  return push.triesLeft >= 0 ? ok(typedCodeHash(pendingId, code.value)) : refuse('no-tries-left')
}
