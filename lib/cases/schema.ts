import { z } from 'zod'

const words = (most: number, tooLong: string) =>
  z
    .string()
    .max(most * 4, tooLong)
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(most, tooLong)
        .regex(
          // Bidirectional and invisible marks can disguise text; some languages need joiners.
          /^(?:[^\p{Cc}\p{Cs}\p{Cf}]|[\n\u200c\u200d])*$/u,
          "This contains characters that we can't show.",
        ),
    )

const lossReasons = ['lost', 'stolen', 'broken', 'new_number'] as const
const oldNumberAnswers = ['yes', 'no', 'unsure'] as const

export const askForm = z.strictObject({
  reason: z.enum(lossReasons, 'Choose what happened.'),
  oldNumberWorks: z.enum(oldNumberAnswers, 'Choose whether your old number still works.'),
  /** An empty number keeps the current one; the verb reads it by the firm's country. */
  newNumber: z.string().max(60, 'That number is too long.'),
  bestTime: words(200, 'Use at most 200 characters.'),
  words: words(1000, 'Use at most 1,000 characters.'),
  correction: z.string().max(20).optional(),
  sureNumber: z.string().max(20).optional(),
})
export type AskForm = Omit<z.output<typeof askForm>, 'correction'>

/** A malformed code uses no try. Pasted spaces and hyphens are ignored. */
export const codeForm = z.strictObject({
  code: z
    .string()
    .max(60, 'The code has 8 digits.')
    .refine(
      (typed) => /^\d{8}$/.test(typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '')),
      'The code has 8 digits. Copy it from the email.',
    ),
})

export const linkForm = z.strictObject({ link: z.string().max(100) })

export const answerForm = z.strictObject({
  link: z.string().max(100),
  answer: words(1000, 'Use at most 1,000 characters.').pipe(z.string().min(1, 'Enter your answer.')),
})

export const caseId = z.uuid()
const note = words(1000, 'Use at most 1,000 characters.')

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
