import { z } from 'zod'
import { articleNames } from './articles'

const article = z.enum(articleNames)

export const voteForm = z.strictObject({
  article,
  helpful: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})

export type VoteForm = z.output<typeof voteForm>

const missingMaximum = 1000
const tooLong = 'Use at most 1,000 characters.'

export const missingForm = z.strictObject({
  article,
  missing: z
    .string()
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim())
    .pipe(
      z
        .string()
        .max(missingMaximum, tooLong)
        .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, "This contains characters that we can't show."),
    ),
})

export type MissingForm = z.output<typeof missingForm>

export const reasonsView = z.object({
  article: article.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export type ReasonsView = z.output<typeof reasonsView>
