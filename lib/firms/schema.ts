import { z } from 'zod'
import { mostDays } from '@/lib/access/trusted-browser'
import { lineOf } from '@/lib/free-text'

export const ruleAnswerForm = z.strictObject({ answer: z.enum(['yes', 'no']) })

export const turnOnForm = z.strictObject({})

export const turnOffForm = z.strictObject({
  reason: lineOf(500).pipe(z.string().min(5, 'Enter a reason of at least 5 characters.')),
})

export const pushModeForm = z.strictObject({ pushMode: z.enum(['swipe', 'unusual', 'typed']) })

const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const minimum = z.enum(['any', 'strong', 'passkey'], 'Choose one.')

const policy = {
  allowsPush: tick,
  allowsApp: tick,
  allowsText: tick,
  minimumTech: minimum,
  minimumAdmin: minimum,
  allowsPasskeyAlone: tick,
  trustDays: z
    .string()
    .regex(/^\d{1,2}$/, `Enter a number of days from 0 to ${mostDays}.`)
    .transform(Number)
    .pipe(z.number().max(mostDays, `Enter at most ${mostDays} days.`)),
}

export const policyForm = z.strictObject({ ...policy, seen: z.string().max(200) })

export type PolicyForm = z.output<typeof policyForm>

export const policyQuery = z.object(policy)
