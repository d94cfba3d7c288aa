import { z } from 'zod'

const yes = z.union([z.literal(true), z.literal('true')])
const userId = z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)])
export const requestId = z.string().regex(/^[\w-]{8,64}$/)

export const agreed = z.object({ success: yes })
export const registered = z.object({
  success: yes,
  message: z.literal('User created successfully.'),
  user: z.object({ id: userId }),
})
export const tokenAccepted = z.object({
  success: yes,
  message: z.literal('Token is valid.'),
  token: z.literal('is valid'),
  device: z.unknown().optional(),
})
export const textAnswered = z.union([
  z.object({ success: yes, cellphone: z.string().min(1), ignored: z.literal(true) }),
  z.object({
    success: yes,
    cellphone: z.string().min(1),
    ignored: z.literal(false).optional(),
    message: z.literal('SMS token was sent'),
  }),
])
export const pushStarted = z.object({ success: yes, approval_request: z.object({ uuid: requestId }) })

export function pushRead(vendorUserId: string, vendorRequestId: string) {
  return z.object({
    success: yes,
    approval_request: z.object({
      uuid: z.literal(vendorRequestId),
      _authy_id: userId.refine((id) => String(id) === vendorUserId),
      status: z.enum(['pending', 'approved', 'denied', 'expired']),
    }),
  })
}

export function statusRead(vendorUserId: string) {
  return z.object({
    success: yes,
    message: z.literal('User status.'),
    status: z.object({
      authy_id: userId.refine((id) => String(id) === vendorUserId),
      devices: z.array(z.string().regex(/^[\w .-]{1,40}$/)),
      account_disabled: z.boolean().optional(),
    }),
  })
}

export const emailError = z.object({
  errors: z.object({ email: z.unknown() }).refine((found) => 'email' in found),
})
