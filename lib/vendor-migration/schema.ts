import { z } from 'zod'

const migrationActs = ['start', 'finish', 'back'] as const
export type MigrationAct = (typeof migrationActs)[number]

/** The checkbox that confirms the effect of the button. */
const understood = z.literal('on', 'Select “I understand” to continue.')

export const migrationForm = z.strictObject({ firmId: z.uuid(), act: z.enum(migrationActs), understood })
export const migrateAllForm = z.strictObject({ understood })

/** The page as the address bar holds it: the firm it starts after, and what was just done. */
export const vendorsView = z.object({
  after: z.uuid().nullable().default(null).catch(null),
  done: z.literal('all').optional().catch(undefined),
})

export const firmAddress = z.object({ firmId: z.uuid() })
