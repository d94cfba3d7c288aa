import { z } from 'zod'
import { cleanLine, textOf } from '@/lib/free-text'
import { articleNames } from './articles'

const article = z.enum(articleNames)

export const voteForm = z.strictObject({
  article,
  helpful: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})

export type VoteForm = z.output<typeof voteForm>

export const missingForm = z.strictObject({
  article,
  missing: textOf(1000),
})

export type MissingForm = z.output<typeof missingForm>

export const reasonsView = z.object({
  article: article.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export type ReasonsView = z.output<typeof reasonsView>

export const helpView = z.object({ q: z.string().max(100).transform(cleanLine).catch('') })
