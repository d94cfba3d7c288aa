import { z } from 'zod'

export const tokenForm = z.strictObject({ token: z.string().max(100) })

/** Checked: trust this browser, where the firm allows it. */
const trust = z.literal('on').optional()

export const secondStepForm = tokenForm.extend({ trust })

/** Without a code where the approval alone is enough. */
export const typedCodeForm = z.strictObject({ code: z.string().max(20).default(''), trust })
