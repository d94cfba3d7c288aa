import { z } from 'zod'
import { emailAddress } from '@/lib/contact/email-address'
import { lineOf, search } from '@/lib/free-text'
import { cursorText } from '@/lib/keyset'
import { returnQuery } from '@/lib/session/return-target'

const name = lineOf(100).pipe(z.string().min(1, 'Enter a name.'))

const role = z.enum(['admin', 'tech'], 'Choose a role.')
const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const typedNumber = z.string().max(60, 'This is too long for a mobile number.')

const sureNumber = z.string().max(20).optional()

/** The list address is untrusted: it is parsed again before use. */
const back = returnQuery.optional()

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

export const changeEmailForm = z.strictObject({ employeeId, email: emailAddress })
export type ChangeEmailForm = z.output<typeof changeEmailForm>

export const oneEmployeeForm = z.strictObject({ employeeId, back })

const reason = lineOf(500).pipe(z.string().min(5, 'Enter a reason of at least 5 characters.'))

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
  q: search,
  show: z
    .enum(['active', 'not-ready', 'not-confirmed', 'confirmed', 'tested', 'strong', 'disabled'])
    .catch('active'),
  sort: z.enum(['name', '-name', 'email', '-email', 'last-sign-in', '-last-sign-in']).catch('name'),
  after: cursorText,
  before: cursorText,
  rule: z.enum(['numbers-missing']).optional().catch(undefined),
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
