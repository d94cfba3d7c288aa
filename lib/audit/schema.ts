import { z } from 'zod'

const position = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .optional()
  .catch(undefined)

/** What the address of the audit log may ask for. What cannot be read is as if it were not there. */
export const auditView = z.object({
  before: position,
  after: position,
  person: z.uuid().optional().catch(undefined),
})

export type AuditView = z.output<typeof auditView>
