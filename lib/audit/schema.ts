import { z } from 'zod'

const position = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .nullish()
  .catch(null)

export const auditView = z.object({
  before: position,
  after: position,
  person: z.uuid().optional().catch(undefined),
})

export type AuditView = z.output<typeof auditView>
