import { createHash } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import { vendorError } from './authy-answers'
import type { Answer, Call } from './http'
import { json } from './http'
import { type AuthyUser, hasWorkingApp, phoneOf, type World } from './world'

const newUser = z.object({
  user: z.object({
    cellphone: z.coerce.string().default(''),
    country_code: z.coerce.string().default(''),
    email: z.coerce.string().default(''),
  }),
})

const activity = z.object({ type: z.enum(['password_reset', 'banned', 'unbanned', 'cookie_login']) })

/** The same number is the same user, for every caller and with any email. */
export function registerUser(world: World, call: Call): Answer {
  const form = newUser.safeParse(call.body)
  if (!form.success) return vendorError('60027', { cellphone: 'is invalid', email: 'is invalid' })

  const { cellphone, country_code, email } = form.data.user
  const number = parsePhoneNumberFromString(`+${country_code}${cellphone.replace(/[ ().-]/g, '')}`)
  if (!number?.isValid()) return vendorError('60027', { cellphone: 'is invalid' })
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return vendorError('60027', { email: 'is invalid' })

  const digits = number.number.slice(1)
  const id = idOf(world, digits)
  const countryCode = Number(number.countryCallingCode)
  const known = world.users.get(id)
  if (!known) world.users.set(id, { id, digits, countryCode, email, createdAt: world.clock.now() })
  phoneOf(world, digits)
  return json({ message: 'User created successfully.', user: { id }, success: true })
}

export function digitsOfNewUser(call: Call): string | undefined {
  const form = newUser.safeParse(call.body)
  if (!form.success) return undefined
  return `${form.data.user.country_code}${form.data.user.cellphone}`.replace(/\D/g, '')
}

export function userStatus(world: World, user: AuthyUser): Answer {
  const phone = phoneOf(world, user.digits)
  const registered = hasWorkingApp(world, phone)
  return json({
    message: 'User status.',
    status: {
      authy_id: user.id,
      confirmed: true,
      registered,
      country_code: user.countryCode,
      devices: registered ? phone.devices : [],
      has_hard_token: false,
      phone_number: `XXX-XXX-${user.digits.slice(-4)}`,
      email: user.email,
      account_disabled: false,
      detailed_devices: registered
        ? phone.devices.map((device, index) => detailedDevice(world, user, device, index))
        : [],
      deleted_devices: [],
    },
    success: true,
  })
}

export function removeUser(world: World, user: AuthyUser): Answer {
  world.users.delete(user.id)
  return json({ message: 'User removed from application', success: true })
}

export function registerActivity(call: Call): Answer {
  if (!activity.safeParse(call.body).success) return vendorError('60030', { type: 'is invalid' })
  return json({ message: 'Activity was created.', success: true })
}

export function findUser(world: World, id: string | undefined): AuthyUser | undefined {
  return /^\d+$/.test(id ?? '') ? world.users.get(Number(id)) : undefined
}

/** Eight digits made from the number itself, so that a fresh simulator never swaps two people of an old database. */
function idOf(world: World, digits: string): number {
  const known = world.ids.get(digits)
  if (known !== undefined) return known
  let id = 10_000_000 + (createHash('sha256').update(digits).digest().readUInt32BE() % 90_000_000)
  while (world.takenIds.has(id)) id = id === 99_999_999 ? 10_000_000 : id + 1
  world.ids.set(digits, id)
  world.takenIds.add(id)
  return id
}

function detailedDevice(world: World, user: AuthyUser, device: string, index: number) {
  const created = Math.floor(user.createdAt / 1000)
  return {
    device_type: device,
    os_type: device.startsWith('android') ? 'android' : 'ios',
    registration_device_id: null,
    registration_method: 'push',
    device_id: Number(user.digits.slice(-7)) + 1_000_000 + index,
    last_sync_date: Math.floor(world.clock.now() / 1000),
    creation_date: created,
  }
}
