import { z } from 'zod'

/** What people call an app or a passkey. */
export const methodName = z
  .string()
  .trim()
  .min(1, 'Give it a name, so that you know it again.')
  .max(60, 'At most 60 characters.')

export const methodForm = z.strictObject({ methodId: z.uuid() })

export const renameMethodForm = z.strictObject({ methodId: z.uuid(), name: methodName })

export type RenameMethodForm = z.output<typeof renameMethodForm>
