import { z } from 'zod'

export const startEnrollmentForm = z.strictObject({
  link: z.string().max(100),
  password: z.string().min(1, 'Enter your password.').max(1024),
})

export const confirmNumberForm = z.strictObject({
  link: z.string().regex(/^[\w-]{43}$/),
  token: z.string().default(''),
})

export const oneTimePassForm = z.strictObject({
  oneTimePass: z
    .string('Enter the one-time pass.')
    .min(1, 'Enter the one-time pass.')
    .max(100, 'A one-time pass has 16 letters and digits.'),
})

export const newNumberForm = z.strictObject({
  newNumber: z.string().max(60, 'That number is too long.'),
  correction: z.string().max(20).optional(),
  sureNumber: z.string().max(20).optional(),
})
