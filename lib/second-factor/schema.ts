import { z } from 'zod'

export const tokenForm = z.strictObject({ token: z.string().max(100) })

/** Without a code where the approval alone is enough. */
export const typedCodeForm = z.strictObject({ code: z.string().max(20).default('') })
