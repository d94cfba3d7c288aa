import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, createHmac } from 'node:crypto'
import { db, type Tx } from './db'
import { isLostConnection, isOutage } from './db-outage'
import { env } from './env'
import { requireForm, sentFields } from './form'
import { log } from './log'

type SentForm = { id: string; digest: string; attempt: string; isClaimed?: boolean }

// The framework loads a module more than once in a process.
const kept = globalThis as { sentForm?: AsyncLocalStorage<SentForm> }
kept.sentForm ??= new AsyncLocalStorage<SentForm>()
const current = kept.sentForm

/** `saved`: it was carried out, and its answer got lost. `unclear`: the database does not say whether it was. */
export type Sent<Answer> = Answer | { unanswered: 'saved' | 'other-content' | 'nothing-changed' | 'unclear' }

/**
 * Carries out what a form asks for, at most once for each key of the form. The audit event of the verb claims the key in the
 * verb's own transaction; a second try with the same content gets the first answer, which therefore holds no secret.
 */
export async function carryOut<Answer extends { ok: boolean }>(
  form: FormData,
  ownerId: string | null,
  verb: () => Promise<Answer>,
): Promise<Sent<Answer>> {
  const sent = identify(form, ownerId)
  try {
    const before = sent && (await find<Answer>(sent))
    if (before) return before
    const answer = await (sent ? current.run(sent, verb) : verb())
    if (!sent) return answer
    if (!answer.ok) return (await releaseForm<Answer>(sent)) ?? answer
    await keepAnswer(sent, answer).catch(() => {})
    return answer
  } catch (error) {
    // The connection may have died with the answer to COMMIT.
    const after = sent && (await settle<Answer>(sent).catch(() => 'unknown' as const))
    if (after && after !== 'unknown') return after
    if (!isOutage(error)) throw error
    log.warn({ message: String(error) }, 'The database did not answer a form')
    const isUnclear = isLostConnection(error) && (after === 'unknown' || !sent?.isClaimed)
    return { unanswered: isUnclear ? 'unclear' : 'nothing-changed' }
  }
}

/** Whether this very form was carried out before: then it needs no new proof to be answered. */
export async function wasCarriedOut(form: FormData, ownerId: string): Promise<boolean> {
  const sent = identify(form, ownerId)
  if (!sent) return false
  return (await db.sentForm.count({ where: { id: sent.id, digest: sent.digest } })) > 0
}

/** Marks the form of this request as carried out when the transaction commits. Another process with the same form waits here. */
export async function claimForm(tx: Tx): Promise<void> {
  const sent = current.getStore()
  if (!sent) return
  const claimed = await tx.$executeRaw`
    insert into sent_form (id, digest, attempt) values (${sent.id}, ${sent.digest}, ${sent.attempt}::uuid)
    on conflict (id) do update set attempt = excluded.attempt where sent_form.attempt = excluded.attempt`
  if (claimed === 0) throw new Error('This form has been carried out by another request')
  sent.isClaimed = true
}

async function find<Answer>(sent: SentForm): Promise<Sent<Answer> | null> {
  const row = await db.sentForm.findUnique({ where: { id: sent.id } })
  if (!row) return null
  if (row.digest !== sent.digest) return { unanswered: 'other-content' }
  return row.answer === null ? { unanswered: 'saved' } : (row.answer as Answer)
}

/** Waits for the transaction whose answer was lost: the server may still be committing it. */
async function settle<Answer>(sent: SentForm): Promise<Sent<Answer> | null> {
  const { id, digest } = sent
  const attempt = crypto.randomUUID()
  await db.$executeRaw`
    insert into sent_form (id, digest, attempt) values (${id}, ${digest}, ${attempt}::uuid) on conflict (id) do nothing`
  await db.sentForm.deleteMany({ where: { id, attempt } })
  return find<Answer>(sent)
}

/** A refusal carries out nothing. It may come from another request that has just carried out this form: then its answer counts. */
async function releaseForm<Answer>(sent: SentForm): Promise<Sent<Answer> | null> {
  await db.sentForm.deleteMany({ where: { id: sent.id, attempt: sent.attempt } })
  return find<Answer>(sent)
}

async function keepAnswer({ id, digest, attempt }: SentForm, answer: object): Promise<void> {
  await db.$executeRaw`
    insert into sent_form (id, digest, attempt, answer)
    values (${id}, ${digest}, ${attempt}::uuid, ${JSON.stringify(answer)}::jsonb)
    on conflict (id) do update set answer = excluded.answer where sent_form.attempt = excluded.attempt`
}

/** One person's key is nothing to another. Keyed, since a form may hold a new password. */
function identify(form: FormData, ownerId: string | null): SentForm | null {
  requireForm(form)
  const key = form.get('formKey')
  if (typeof key !== 'string' || !/^[0-9a-f-]{36}$/.test(key)) return null
  const id = createHash('sha256').update(`${ownerId} ${key}`).digest('hex')
  const content = JSON.stringify(sentFields(form).sort())
  const digest = createHmac('sha256', env.PROOF_KEY).update(`form:${content}`).digest('hex')
  return { id, digest, attempt: crypto.randomUUID() }
}
