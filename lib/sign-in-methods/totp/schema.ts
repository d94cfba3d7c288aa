import { z } from 'zod'
import { wayName } from '@/lib/sign-in-methods/schema'

export const startAppForm = z.strictObject({ name: wayName })

export const confirmAppForm = z.strictObject({
  authenticatorId: z.uuid(),
  token: z
    .string()
    .transform((token) => token.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Type the six digits that the app shows.')),
})
