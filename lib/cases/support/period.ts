import { z } from 'zod'

export const periods = [30, 90, 365] as const
export type Period = (typeof periods)[number]

export const periodView = z.object({
  days: z
    .enum(['30', '90', '365'])
    .transform(Number)
    .pipe(z.literal([...periods]))
    .catch(30),
})
