import { vendorError } from './authy-answers'
import type { Answer, Call } from './http'
import { json } from './http'
import type { World } from './world'

/** The rest of what the client package can call. The portal does not need it; the shapes are right, the contents are not. */
export const stubs = { appDetails, appStats, phoneInfo, startVerification, checkVerification }

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const everyCode = '1234'

function appDetails(): Answer {
  const app = { app_id: 29225, name: 'Partner portal', plan: 'pay_as_you_go', sms_enabled: true }
  return json({ app, message: 'Application information.', success: true })
}

function appStats(world: World): Answer {
  const year = new Date(world.clock.now()).getUTCFullYear()
  const nothing = { api_calls_count: 0, auths_count: 0, calls_count: 0, sms_count: 0, users_count: 0 }
  const stats = months.map((month) => ({ ...nothing, month, year }))
  const total = world.users.size
  return json({
    app_id: 29225,
    count: stats.length,
    message: 'Monthly statistics.',
    stats,
    total_users: total,
    success: true,
  })
}

function phoneInfo(world: World): Answer {
  const moment = new Date(world.clock.now()).toISOString().slice(0, 19).replace('T', ' ')
  return json({
    message: `Phone number information as of ${moment} UTC`,
    type: 'cellphone',
    provider: 'Simulated Mobile',
    ported: false,
    success: true,
  })
}

function startVerification(call: Call): Answer {
  const { country_code, phone_number } = Object(call.body)
  return json({
    carrier: 'Simulated Mobile',
    is_cellphone: true,
    is_ported: false,
    message: `Text message sent to +${country_code} ${phone_number}.`,
    success: true,
  })
}

function checkVerification(call: Call): Answer {
  if (call.query.get('verification_code') !== everyCode) return vendorError('60022')
  return json({ message: 'Verification code is correct.', success: true })
}
