import { z } from 'zod'
import { articleNames } from './articles'

export const voteForm = z.strictObject({
  article: z.enum(articleNames),
  helpful: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})

export type VoteForm = z.output<typeof voteForm>
