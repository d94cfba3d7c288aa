import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { vendorError } from './authy-answers'
import type { Answer, Call } from './http'
import { json } from './http'
import { type AuthyUser, hasWorkingApp, type Push, phoneOf, type World } from './world'

export type PushStatus = 'pending' | 'approved' | 'denied' | 'expired'

const keptPushes = 100
const defaultLifeSeconds = 86_400

const fields = z.record(z.string().max(20), z.coerce.string().max(200))
const newPush = z.object({
  message: z.string().min(1).max(200),
  details: fields.default({}),
  hidden_details: fields.nullable().default(null),
  logos: z
    .array(z.object({ res: z.enum(['default', 'low', 'med', 'high']), url: z.string().max(500) }))
    .refine((logos) => logos.length === 0 || logos.some((logo) => logo.res === 'default'))
    .default([]),
  seconds_to_expire: z.coerce.number().int().min(0).default(defaultLifeSeconds),
})

export function createPush(world: World, user: AuthyUser, call: Call): Answer {
  const phone = phoneOf(world, user.digits)
  if (!hasWorkingApp(world, phone)) return vendorError('60050')
  const form = newPush.safeParse(call.body)
  if (!form.success) return vendorError('60080')

  const { message, details, hidden_details, logos, seconds_to_expire } = form.data
  const createdAt = world.clock.now()
  const push: Push = {
    uuid: randomUUID(),
    authyId: user.id,
    digits: user.digits,
    message,
    details,
    hiddenDetails: hidden_details,
    logos,
    createdAt,
    expiresAt: seconds_to_expire === 0 ? null : createdAt + seconds_to_expire * 1000,
    answer: null,
    answeredAt: null,
  }
  world.pushes.set(push.uuid, push)
  phone.pushes.unshift(push.uuid)
  for (const forgotten of phone.pushes.splice(keptPushes)) world.pushes.delete(forgotten)
  return json({ approval_request: { uuid: push.uuid }, success: true })
}

export function readPush(world: World, push: Push | undefined): Answer {
  if (!push) return vendorError('60049')
  const status = statusOf(world, push)
  const processedAt = push.answeredAt === null ? null : new Date(push.answeredAt).toISOString()
  const createdAt = new Date(push.createdAt).toISOString()
  return json({
    approval_request: {
      _app_name: 'Partner portal',
      _app_serial_id: 29225,
      _authy_id: push.authyId,
      _id: hexId(`request ${push.uuid}`),
      _user_email: world.users.get(push.authyId)?.email ?? 'removed@portal.example',
      app_id: hexId('application'),
      created_at: createdAt,
      notified: true,
      processed_at: processedAt,
      seconds_to_expire: push.expiresAt === null ? 0 : Math.round((push.expiresAt - push.createdAt) / 1000),
      status,
      updated_at: processedAt ?? createdAt,
      user_id: hexId(`user ${push.authyId}`),
      uuid: push.uuid,
    },
    success: true,
  })
}

/** Approved, denied and expired are final: the first answer in time stays. */
export function statusOf(world: World, push: Push): PushStatus {
  if (push.answer) return push.answer
  return push.expiresAt !== null && push.expiresAt <= world.clock.now() ? 'expired' : 'pending'
}

export function answerPush(world: World, push: Push, answer: 'approved' | 'denied'): boolean {
  const phone = phoneOf(world, push.digits)
  if (statusOf(world, push) !== 'pending' || !hasWorkingApp(world, phone)) return false
  push.answer = answer
  push.answeredAt = world.clock.now()
  return true
}

export function hexId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}
