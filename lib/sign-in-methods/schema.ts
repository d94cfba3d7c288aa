import { z } from 'zod'
import { lineOf } from '@/lib/free-text'

export const methodName = lineOf(60).pipe(z.string().min(1, 'Enter a name.'))

export const methodForm = z.strictObject({ methodId: z.uuid() })

export const renameMethodForm = z.strictObject({ methodId: z.uuid(), name: methodName })

export type RenameMethodForm = z.output<typeof renameMethodForm>
