import { z } from 'zod'
import { answerPush, statusOf } from './authy-pushes'
import { currentAppToken } from './authy-tokens'
import { sendCallback } from './callback'
import { type Answer, type Call, json, refusal } from './http'
import { listDigits, personOf } from './people'
import { hasApp, hasWorkingApp, type Push, phoneOf, userByDigits, type World } from './world'

const pushAnswer = z.object({ answer: z.enum(['approve', 'deny']) })
const appForm = z.object({ installed: z.union([z.boolean(), z.stringbool()]) })
const devicesForm = z.object({
  devices: z.union([
    z.array(z.string().min(1)),
    z.string().transform((list) => list.split(',').filter(Boolean)),
  ]),
})
const recoveryForm = z.object({ afterSeconds: z.coerce.number().min(0).default(0) })
const numberForm = z.object({ digits: z.string().regex(/^\d{7,15}$/) })

/** `/phones/{digits}/…`: what a person holds in the hand, as JSON. */
export function answerPhone(world: World, call: Call, digits: string, rest: string[]): Answer {
  const [subject = '', uuid] = rest
  const question = `${call.method} ${subject}`
  if (question === 'GET ') return json(phoneView(world, digits))
  if (question === 'GET messages') return json(phoneView(world, digits).messages)
  if (question === 'GET pushes') return json(phoneView(world, digits).pushes)
  if (question === 'GET token') return json(tokenView(world, digits))
  if (question === 'POST pushes') return givePushAnswer(world, call, digits, uuid)
  if (question === 'POST app') return installApp(world, call, digits)
  if (question === 'POST devices') return setDevices(world, call, digits)
  if (question === 'POST recovery') return recoverAccount(world, call, digits)
  if (question === 'POST number') return changeNumber(world, call, digits)
  return refusal(404, 'Not found.')
}

export function phoneList(world: World) {
  return listDigits(world).map((digits) => ({ digits, ...personOf(world, digits) }))
}

export function phoneView(world: World, digits: string) {
  const phone = world.phones.get(digits)
  const messages = (phone?.messages ?? []).map((message) => ({
    ...message,
    sentAt: new Date(message.sentAt).toISOString(),
  }))
  const pushes = (phone?.pushes ?? []).flatMap((uuid) => {
    const push = world.pushes.get(uuid)
    return push ? [pushView(world, push)] : []
  })
  return {
    digits,
    ...personOf(world, digits),
    known: userByDigits(world, digits) !== undefined,
    installed: phone ? hasApp(phone) : true,
    devices: phone?.devices ?? ['iphone'],
    canAnswer: phone !== undefined && hasWorkingApp(world, phone),
    messages,
    pushes,
  }
}

export type PhoneView = ReturnType<typeof phoneView>
export function openPushes(phone: PhoneView): PushView[] {
  return phone.canAnswer ? phone.pushes.filter((push) => push.status === 'pending') : []
}

export type PushView = PhoneView['pushes'][number]

/** The app shows a token only once the vendor knows the number; `changesAt` is in real time, for a clock on screen. */
export function tokenView(world: World, digits: string) {
  const phone = world.phones.get(digits)
  const isReady = phone && userByDigits(world, digits) && hasWorkingApp(world, phone)
  if (!isReady) return { token: null, used: false, changesAt: null }
  const { token, used, changesAt } = currentAppToken(world, phone)
  return { token, used, changesAt: new Date(world.clock.toRealTime(changesAt)).toISOString() }
}

function pushView(world: World, push: Push) {
  const expiresAt = push.expiresAt === null ? null : world.clock.toRealTime(push.expiresAt)
  return {
    uuid: push.uuid,
    status: statusOf(world, push),
    message: push.message,
    details: push.details,
    createdAt: new Date(push.createdAt).toISOString(),
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  }
}

function givePushAnswer(world: World, call: Call, digits: string, uuid = ''): Answer {
  const form = pushAnswer.safeParse(call.body)
  if (!form.success) return refusal(400, 'The answer is "approve" or "deny".')
  const push = world.pushes.get(uuid)
  if (push?.digits !== digits) return refusal(404, 'This phone has no such alert.')

  const answer = form.data.answer === 'approve' ? 'approved' : 'denied'
  if (!answerPush(world, push, answer)) return refusal(409, `The alert is already ${statusOf(world, push)}.`)
  void sendCallback(world, push)
  return json(pushView(world, push))
}

function installApp(world: World, call: Call, digits: string): Answer {
  const form = appForm.safeParse(call.body)
  if (!form.success) return refusal(400, '"installed" is true or false.')
  const phone = phoneOf(world, digits)
  if (form.data.installed !== hasApp(phone)) phone.devices = form.data.installed ? ['iphone'] : []
  return json({ digits, installed: form.data.installed })
}

/** As JSON `["iphone","ipad"]`, from the page `iphone,ipad`. An empty list removes the app everywhere. */
function setDevices(world: World, call: Call, digits: string): Answer {
  const form = devicesForm.safeParse(call.body)
  if (!form.success) return refusal(400, '"devices" is a list of names like "iphone".')
  phoneOf(world, digits).devices = form.data.devices
  return json({ digits, devices: form.data.devices })
}

/** The person recovers the account on a new phone: the app is silent until then and the vendor reports it afterwards. */
function recoverAccount(world: World, call: Call, digits: string): Answer {
  const form = recoveryForm.safeParse(call.body)
  if (!form.success) return refusal(400, '"afterSeconds" is a number of seconds.')
  const phone = phoneOf(world, digits)
  if (!hasApp(phone)) phone.devices = ['iphone']
  phone.recoveryAt = world.clock.now() + form.data.afterSeconds * 1000
  return json({ digits, recoveryAt: new Date(phone.recoveryAt).toISOString() })
}

/** The person changes the number at the vendor: the id stays, and the portal is not notified. */
function changeNumber(world: World, call: Call, digits: string): Answer {
  const form = numberForm.safeParse(call.body)
  const user = userByDigits(world, digits)
  if (!form.success) return refusal(400, '"digits" is the new number without the plus sign.')
  if (!user) return refusal(404, 'No Authy account has this number.')
  if (userByDigits(world, form.data.digits))
    return refusal(409, 'Another Authy account already has that number.')
  user.digits = form.data.digits
  world.ids.delete(digits)
  world.ids.set(user.digits, user.id)
  phoneOf(world, user.digits)
  return json({ digits: user.digits, id: user.id })
}
