import { z } from 'zod'
import { mostDays } from '@/lib/access/trusted-browser'

export const ruleAnswerForm = z.strictObject({ answer: z.enum(['yes', 'no']) })

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

/** `seen`: the policy shown before saving, see `policyKey`. */
export const policyForm = z.strictObject({ ...policy, seen: z.string().max(200) })

export type PolicyForm = z.output<typeof policyForm>

export const policyQuery = z.object(policy)
