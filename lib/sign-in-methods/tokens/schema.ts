import { z } from 'zod'

export const tokenForm = z.strictObject({ token: z.string().default('') })

const trust = z.literal('on').optional()

export const secondStepForm = tokenForm.extend({ trust })

export const typedCodeForm = z.strictObject({ code: z.string().default(''), trust })
