import { z } from 'zod'

export const tokenForm = z.strictObject({ token: z.string().max(100) })

const trust = z.literal('on').optional()

export const secondStepForm = tokenForm.extend({ trust })

export const typedCodeForm = z.strictObject({ code: z.string().max(20).default(''), trust })
