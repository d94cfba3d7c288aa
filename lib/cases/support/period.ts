import { z } from 'zod'

/** The days that the operator's numbers can look back on. */
export const periods = [30, 90, 365] as const
export type Period = (typeof periods)[number]

/** What the address of the numbers may ask for. What cannot be read is as if it were not there. */
export const periodView = z.object({
  days: z
    .enum(['30', '90', '365'])
    .transform(Number)
    .pipe(z.literal([...periods]))
    .catch(30),
})
