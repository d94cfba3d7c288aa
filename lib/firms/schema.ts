import { z } from 'zod'

export const ruleAnswerForm = z.strictObject({ answer: z.enum(['yes', 'no']) })

export const pushModeForm = z.strictObject({ pushMode: z.enum(['swipe', 'typed']) })
