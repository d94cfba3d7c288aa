import { z } from 'zod'

export const migrationActs = ['start', 'finish', 'back'] as const
export type MigrationAct = (typeof migrationActs)[number]

/** Ticked by whoever has read what the button does. */
const understood = z.literal('on', 'Tick that you have read what happens.')

export const migrationForm = z.strictObject({ firmId: z.uuid(), act: z.enum(migrationActs), understood })
export const migrateAllForm = z.strictObject({ understood })

/** The page as the address bar holds it: after which firm it begins, and what has just been done. */
export const vendorsView = z.object({
  after: z.uuid().nullable().default(null).catch(null),
  done: z.literal('all').optional().catch(undefined),
})

export const firmAddress = z.object({ firmId: z.uuid() })
