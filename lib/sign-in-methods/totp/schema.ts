import { z } from 'zod'
import { methodName } from '@/lib/sign-in-methods/schema'

export const startAppForm = z.strictObject({ name: methodName })

export const confirmAppForm = z.strictObject({
  appId: z.uuid(),
  next: z.string().max(2000).optional(),
  token: z
    .string()
    .transform((token) => token.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the 6 digits that the app shows.')),
})
