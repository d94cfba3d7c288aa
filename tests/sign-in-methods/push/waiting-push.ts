import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import type { simulatedAuthy } from '../../authy'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'

/** A push that has arrived on the person's phone. */
export async function waitingPush(authy: ReturnType<typeof simulatedAuthy>) {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await sendPush(opened.value)
  const [push] = await authy.pushes(tech.mobileNumber)
  if (!push) throw new Error('No push arrived')
  return { tech, pending, pushId: opened.value.pushId, uuid: push.uuid }
}
