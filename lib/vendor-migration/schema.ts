import { z } from 'zod'

const migrationActs = ['start', 'finish', 'back'] as const
export type MigrationAct = (typeof migrationActs)[number]

const understood = z.literal('on', 'Select “I understand” to continue.')

export const migrationForm = z.strictObject({ firmId: z.uuid(), act: z.enum(migrationActs), understood })
export const migrateAllForm = z.strictObject({ understood })

export const vendorsView = z.object({
  after: z.uuid().nullable().default(null).catch('unreadable'),
})

export const firmAddress = z.object({ firmId: z.uuid() })
