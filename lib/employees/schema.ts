import { z } from 'zod'
import { emailAddress } from '@/lib/contact/email-address'

const name = z
  .string()
  .transform((typed) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Enter a name.')
      .max(100, 'Use at most 100 characters.')
      .regex(/^[^\p{C}]*$/u, "The name contains characters that can't be shown."),
  )

const role = z.enum(['admin', 'tech'], 'Choose a role.')
const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** The verbs read the number by the firm's country (see mobile-number.ts). */
const typedNumber = z.string().max(60, 'This is too long for a mobile number.')

/** The doubtful number that the admin ticked as right. */
const sureNumber = z.string().max(20).optional()

/** The list address is untrusted: it is parsed again before use. */
const back = z.string().max(500).optional()

export const employeeId = z.uuid()

export const addEmployeeForm = z.strictObject({
  name,
  email: emailAddress,
  role,
  mobileNumber: typedNumber,
  allowSharedNumber: tick,
  sureNumber,
  correction: z.string().max(20).optional(),
  back,
})

export const editEmployeeForm = z.strictObject({
  employeeId,
  version: z.coerce.number().int().positive(),
  name,
  role,
  mobileNumber: typedNumber,
  active: tick,
  allowSharedNumber: tick,
  sureNumber,
  correction: z.string().max(20).optional(),
  back,
})

export const oneEmployeeForm = z.strictObject({ employeeId, back })

const reason = z
  .string()
  .max(2000, 'Use at most 500 characters.')
  .transform((typed) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(5, 'Enter a reason of at least 5 characters.')
      .max(500, 'Use at most 500 characters.')
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, "The reason contains characters that can't be shown."),
  )

export const recoveryForm = z.strictObject({ employeeId, reason })
export const askSecondAdminForm = z.strictObject({
  employeeId,
  kind: z.enum(['one_time_pass', 'reset', 'sign_out', 'unlock']),
  reason,
})
const requestId = z.uuid()
export const oneRequestForm = z.strictObject({ requestId })
export const answerSecondAdminForm = z.strictObject({ requestId, answer: z.enum(['confirm', 'refuse']) })

export type RecoveryForm = z.output<typeof recoveryForm>
export type AskSecondAdminForm = z.output<typeof askSecondAdminForm>
export type AnswerSecondAdminForm = z.output<typeof answerSecondAdminForm>
export type AddEmployeeForm = z.output<typeof addEmployeeForm>
export type EditEmployeeForm = z.output<typeof editEmployeeForm>

const listView = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\0]*$/)
    .catch(''),
  show: z
    .enum(['active', 'not-ready', 'not-confirmed', 'confirmed', 'tested', 'strong', 'disabled'])
    .catch('active'),
  sort: z.enum(['name', '-name', 'email', '-email', 'last-sign-in', '-last-sign-in']).catch('name'),
  after: z.string().max(300).optional().catch(undefined),
  before: z.string().max(300).optional().catch(undefined),
  rule: z
    .enum(['numbers-missing', 'own-second-factor-missing', 'confirmed-yes', 'confirmed-no', 'on', 'off'])
    .optional()
    .catch(undefined),
})

export type ListView = z.output<typeof listView>

export function readListView(params: Record<string, unknown>): ListView {
  return listView.parse(params)
}

export function listQuery({ q, show, sort, after, before, rule }: ListView): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (show !== 'active') query.set('show', show)
  if (sort !== 'name') query.set('sort', sort)
  if (after) query.set('after', after)
  if (before) query.set('before', before)
  if (rule) query.set('rule', rule)
  return query.toString()
}
