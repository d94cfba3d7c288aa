import { z } from 'zod'

/** What people call an app or a passkey. */
export const wayName = z
  .string()
  .trim()
  .min(1, 'Give it a name, so that you know it again.')
  .max(60, 'At most 60 characters.')

export const wayForm = z.strictObject({ wayId: z.uuid() })

export const renameWayForm = z.strictObject({ wayId: z.uuid(), name: wayName })

export type RenameWayForm = z.output<typeof renameWayForm>
