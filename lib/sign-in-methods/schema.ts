import { z } from 'zod'

export const methodName = z.string().trim().min(1, 'Enter a name.').max(60, 'Use at most 60 characters.')

export const methodForm = z.strictObject({ methodId: z.uuid() })

export const renameMethodForm = z.strictObject({ methodId: z.uuid(), name: methodName })

export type RenameMethodForm = z.output<typeof renameMethodForm>
