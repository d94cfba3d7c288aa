import { z } from 'zod'
import { codeOf } from '@/lib/code-schema'
import { lineOf, textOf } from '@/lib/free-text'

const lossReasons = ['lost', 'stolen', 'broken', 'new_number'] as const
const oldNumberAnswers = ['yes', 'no', 'unsure'] as const

export const askForm = z.strictObject({
  reason: z.enum(lossReasons, 'Choose what happened.'),
  oldNumberWorks: z.enum(oldNumberAnswers, 'Choose whether your old number still works.'),
  /** An empty number keeps the current one; the verb reads it by the firm's country. */
  newNumber: z.string().max(60, 'That number is too long.'),
  bestTime: lineOf(200),
  words: textOf(1000),
  correction: z.string().max(20).optional(),
  sureNumber: z.string().max(20).optional(),
})
export type AskForm = Omit<z.output<typeof askForm>, 'correction'>

export const codeForm = z.strictObject({
  code: codeOf(8, 'The code has 8 digits. Copy it from the email.'),
})

export const linkForm = z.strictObject({ link: z.string().max(100) })

export const answerForm = z.strictObject({
  link: z.string().max(100),
  answer: textOf(1000).pipe(z.string().min(1, 'Enter your answer.')),
})

export const caseId = z.uuid()
const note = textOf(1000)

export const oneCaseForm = z.strictObject({ caseId })
export const stepUpForm = z.strictObject({
  caseId,
  note: note.pipe(z.string().min(10, 'Tell us how you know (at least 10 characters).')),
})
export const evidenceForm = z.strictObject({
  caseId,
  kind: z.enum(['call_back', 'documents']),
  note: note.pipe(z.string().min(10, 'Enter what you checked, with whom and how (at least 10 characters).')),
})
export const untickForm = z.strictObject({ caseId, kind: z.enum(['call_back', 'documents']) })
export const askMoreForm = z.strictObject({
  caseId,
  question: note.pipe(z.string().min(10, 'Enter your question (at least 10 characters).')),
})
export const approveForm = z.strictObject({
  caseId,
  note: note.pipe(z.string().min(10, 'Enter a reason (at least 10 characters).')),
})
export const declineForm = z.strictObject({
  caseId,
  reason: z.string('Choose a reason.').max(40),
  note,
})
