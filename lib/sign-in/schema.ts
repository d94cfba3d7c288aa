import { z } from 'zod'
import { typedEmail } from '@/lib/contact/email-address'
import { returnTarget } from '@/lib/session/return-target'

// Not validated as an address, so a mistyped one gets the same answer as an unknown one.
export const signInForm = z.strictObject({
  email: typedEmail,
  password: z.string().min(1, 'Enter your password.').max(1024),
  next: z
    .string()
    .transform((next) => returnTarget(next))
    .optional(),
})

export type SignInForm = z.output<typeof signInForm>

export const stepUpForm = z.strictObject({
  password: z.string().max(1024).optional(),
  next: z.string().transform((next) => returnTarget(next)),
})

export type StepUpForm = z.output<typeof stepUpForm>

export const proofForm = z.strictObject({
  proofPassword: z.string().optional(),
  proofToken: z.string().default(''),
  proofBy: z.enum(['text', 'passkey']).optional(),
  proofPasskey: z.string().max(40_000).optional(),
})

export type ProofForm = z.output<typeof proofForm>
