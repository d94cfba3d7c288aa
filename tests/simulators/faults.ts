import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { validToken, vendorError } from './authy-answers'
import type { Answer, Call, Dropped } from './http'
import type { World } from './world'

/** `digits` limits a fault to one phone and `to` to one mail address, because browser tests share the simulator. */
export const faultForm = z.object({
  route: z.string(),
  fault: z.string(),
  delayMs: z.coerce.number().int().min(0).optional(),
  times: z.coerce.number().int().min(1).optional(),
  digits: z.coerce.string().optional(),
  to: z.string().optional(),
})

export type Fault = z.infer<typeof faultForm>

const hangMs = 30_000

/** The vendor answers without having done anything. */
const instead: Record<string, (call: Call) => Answer> = {
  html: () => ({ status: 200, body: '<!doctype html><title>Maintenance</title><p>Back soon.</p>' }),
  empty: () => ({ status: 200, body: '' }),
  '302': (call) => ({ status: 302, headers: { Location: elsewhere(call) }, body: '' }),
  '429': () => vendorError('60003'),
  '429-retry-after': () => ({ ...vendorError('60003'), headers: { 'Retry-After': '60' } }),
  '500': () => ({ ...vendorError('60000'), status: 500 }),
  '503-html': () => ({ status: 503, body: '<!doctype html><title>503</title><h1>Service unavailable</h1>' }),
  ignored: () => ({
    status: 200,
    body: {
      message: 'Ignored.',
      cellphone: '+1-XXX-XXX-XX00',
      device: 'iphone',
      ignored: true,
      success: true,
    },
  }),
  'valid-text': () => ({
    status: 200,
    body: { ...validToken, message: 'Fine.', token: 'true', valid: 'true' },
  }),
}

/** The vendor does what was asked and answers in an odd way. */
const afterwards: Record<string, (body: Record<string, unknown>, route: string) => unknown> = {
  'success-false': (body, route) => ({
    ...body,
    ...(route === 'verify' ? validToken : {}),
    success: 'false',
  }),
  'no-cellphone': ({ cellphone: _, ...rest }) => rest,
  'ignored-text': (body) => ({ ...body, ignored: 'true' }),
  'other-uuid': (body) => ({ ...body, approval_request: { ...approval(body), uuid: randomUUID() } }),
  'other-person': (body) => ({ ...body, approval_request: { ...approval(body), _authy_id: 10_000_001 } }),
  'caps-status': (body) => ({ ...body, approval_request: upperCaseStatus(approval(body)) }),
}

const timed = ['hang', 'hang-after', 'slow', 'reset', 'reset-after', '201']
export const callbackFaults = [
  ...['none', 'no-header', 'wrong-key', 'replayed', 'parallel', 'late', 'early', 'get'],
  ...['other-uuid', 'other-person', 'wrong-sort', 'test-button'],
]
export const smtpFaults = ['451', '550', 'hang']

export function isKnownFault({ route, fault }: Fault): boolean {
  if (route === 'callback') return callbackFaults.includes(fault)
  if (route === 'smtp') return smtpFaults.includes(fault)
  return fault in instead || fault in afterwards || timed.includes(fault) || /^60\d{3}$/.test(fault)
}

type Subject = { digits?: string; to?: string }

export function findFault(world: World, route: string, subject: Subject): Fault | undefined {
  const isVendorCall = route !== 'callback' && route !== 'smtp'
  return world.faults.find(
    (fault) =>
      (fault.route === route || (fault.route === 'any' && isVendorCall)) &&
      (fault.digits === undefined || fault.digits === subject.digits) &&
      (fault.to === undefined || fault.to === subject.to),
  )
}

/** The fault for this call, if one is set; a fault with `times` wears out. */
export function takeFault(world: World, route: string, subject: Subject): Fault | undefined {
  const fault = findFault(world, route, subject)
  if (fault?.times !== undefined) {
    fault.times -= 1
    if (fault.times === 0) world.faults.splice(world.faults.indexOf(fault), 1)
  }
  return fault
}

export async function answerWithFault(
  fault: Fault,
  route: string,
  call: Call,
  run: () => Answer | Promise<Answer>,
): Promise<Answer | Dropped> {
  const wait = (ms: number) => sleep(fault.delayMs ?? ms, undefined, { ref: false })
  if (fault.fault === 'hang') {
    await wait(hangMs)
    return { dropped: true }
  }
  if (fault.fault === 'hang-after' || fault.fault === 'slow') {
    const answer = await run()
    await wait(fault.fault === 'slow' ? 1000 : hangMs)
    return answer
  }

  await wait(0)
  if (fault.fault === 'reset') return { dropped: true }
  if (/^60\d{3}$/.test(fault.fault)) return vendorError(fault.fault, fieldsOf(fault.fault))
  const replacement = instead[fault.fault]
  if (replacement) return replacement(call)

  const answer = await run()
  if (fault.fault === 'reset-after') return { dropped: true }
  if (fault.fault === '201') return { ...answer, status: 201 }
  const bend = afterwards[fault.fault]
  return bend ? { ...answer, status: 200, body: bend(Object(answer.body), route) } : answer
}

/** Another host that agrees to everything: the client follows redirects of reads and believes what it finds there. */
function elsewhere(call: Call): string {
  const { port } = new URL(`http://${call.headers.host}`)
  return `http://localhost:${port}/elsewhere${call.path}`
}

function fieldsOf(code: string): Record<string, string> {
  return code === '60027' ? { cellphone: 'is invalid' } : {}
}

function approval(body: Record<string, unknown>): Record<string, unknown> {
  return Object(body.approval_request)
}

function upperCaseStatus(request: Record<string, unknown>) {
  return { ...request, status: String(request.status).toUpperCase() }
}
