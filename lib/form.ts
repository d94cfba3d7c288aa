import type { z } from 'zod'

/** `values` refill the fields; a secret never returns to the browser. */
export type FormState = {
  tone?: 'ok' | 'warn' | 'danger'
  message?: string
  errors: Record<string, string>
  values: Record<string, string>
  failure?: string
  proof?: AskedProof
}

export type AskedProof = {
  asksPassword: boolean
  step?: string
  passkey?: string
}

export const emptyForm: FormState = { errors: {}, values: {} }

/** A refused code is none of them: it is shown again, to be looked at. */
const secretFields = new Set(['password', 'currentPassword', 'newPassword', 'link'])

export const proofFields = ['proofPassword', 'proofToken', 'proofBy', 'proofPasskey'] as const
const isProofField = (name: string) => proofFields.some((field) => field === name)

/** What proves the person may be another in a second try. */
const unlikeContent = new Set<string>([
  'formKey',
  'signIn',
  'currentPassword',
  'token',
  'code',
  ...proofFields,
])

export function sentFields(form: FormData): string[] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith('$ACTION') || unlikeContent.has(name) ? [] : JSON.stringify([name, value]),
  )
}

type Parsed<Value> = { ok: true; value: Value } | { ok: false; state: FormState }

/** Reads only what the schema names: browser extensions add fields of their own. Refuses files and repeated fields. */
export function parseForm<Schema extends z.ZodObject>(
  form: FormData,
  schema: Schema,
): Parsed<z.output<Schema>> {
  requireForm(form)
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of form) {
    if (!Object.hasOwn(schema.shape, name)) continue
    if (typeof value !== 'string' || name in values || isUnstorable(name, value)) return unreadable(form)
    values[name] = value
  }
  const parsed = schema.safeParse({ ...values }, { error: sentenceFor })
  if (parsed.success) return { ok: true, value: parsed.data }

  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '')
    errors[name] ??= issue.message
  }
  return { ok: false, state: { errors, values: refill(form) } }
}

const sentenceFor = ({ code }: { code?: string }) =>
  code === 'too_big' ? 'That is too long.' : 'Check this field.'

export const notAForm = 'NotAForm'

/** Anybody can call an action with arguments that no page sends. */
export function requireForm(form: unknown): void {
  if (!(form instanceof FormData)) throw Object.assign(new Error('No form was sent'), { name: notAForm })
}

/** Refuses NUL, which PostgreSQL cannot store in text. A secret is hashed before it gets there. */
function isUnstorable(name: string, value: string): boolean {
  return value.includes('\0') && !secretFields.has(name)
}

export function refill(form: FormData): Record<string, string> {
  requireForm(form)
  const kept = [...form].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' &&
      !entry[0].startsWith('$ACTION') &&
      !secretFields.has(entry[0]) &&
      !isProofField(entry[0]),
  )
  return Object.fromEntries(kept)
}

export function refused(form: FormData, message: string, field?: string): FormState {
  if (field) return { errors: { [field]: message }, values: refill(form) }
  return { tone: 'danger', message, errors: {}, values: refill(form) }
}

export function saved(message: string): FormState {
  return { tone: 'ok', message, errors: {}, values: {} }
}

function unreadable(form: FormData): { ok: false; state: FormState } {
  const message = "We couldn't read this form. Reload the page and try again."
  return { ok: false, state: { tone: 'danger', message, errors: {}, values: refill(form) } }
}
