import { z } from 'zod'
import { codeOf } from '@/lib/code-schema'
import { methodName } from '@/lib/sign-in-methods/schema'

export const startAppForm = z.strictObject({ name: methodName })

export const confirmAppForm = z.strictObject({
  appId: z.uuid(),
  next: z.string().max(2000).optional(),
  token: codeOf(6, 'Enter the 6 digits that the app shows.'),
})
