import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { validToken } from './authy-answers'
import type { Answer, Call, Dropped } from './http'
import { verifyBends, verifyCode, verifyRoutes } from './verify-answers'
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

type Body = Record<string, unknown>

/** The vendor does what was asked and answers oddly. */
export type Bends = Record<string, (body: Body, route: string) => unknown>

/** How one vendor says that it cannot, each with its own bodies and numbers. */
export type VendorWords = {
  busy: () => Answer
  broken: () => Answer
  error: (code: string) => Answer | undefined
  bends?: Bends
}

/** The vendor answers without having done anything. */
const instead: Record<string, (call: Call, words: VendorWords) => Answer> = {
  html: () => ({ status: 200, body: '<!doctype html><title>Maintenance</title><p>Back soon.</p>' }),
  empty: () => ({ status: 200, body: '' }),
  '302': (call) => ({ status: 302, headers: { Location: elsewhere(call) }, body: '' }),
  '429': (_, words) => words.busy(),
  '429-retry-after': (_, words) => ({ ...words.busy(), headers: { 'Retry-After': '60' } }),
  '500': (_, words) => words.broken(),
  '503-html': () => ({ status: 503, body: '<!doctype html><title>503</title><h1>Service unavailable</h1>' }),
}

/** The same, in answers that only Authy gives. */
const insteadOfAuthy: typeof instead = {
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

/** What Authy does as asked and answers oddly. */
const afterwards: Bends = {
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

const timed = ['hang', 'hang-after', 'slow', 'reset', 'reset-after', '500-after', '201']
export const callbackFaults = [
  ...['none', 'no-header', 'wrong-key', 'replayed', 'parallel', 'late', 'early', 'get'],
  ...['other-uuid', 'other-person', 'wrong-sort', 'test-button'],
]
export const smtpFaults = ['451', '550', 'hang']
export const eventFaults = ['none', 'no-header', 'wrong-key', 'replayed', 'other-body']
export const textRoutes = ['text-create', 'text-list']

export function isKnownFault({ route, fault }: Fault): boolean {
  if (route === 'callback') return callbackFaults.includes(fault)
  if (route === 'smtp') return smtpFaults.includes(fault)
  if (route === 'verify-event') return eventFaults.includes(fault)
  if (fault in instead || timed.includes(fault)) return true
  if (textRoutes.includes(route)) return /^2\d{4}$/.test(fault)
  if (verifyRoutes.includes(route)) return fault in verifyBends || verifyCode.test(fault)
  return fault in insteadOfAuthy || fault in afterwards || /^60\d{3}$/.test(fault)
}

type Subject = { digits?: string; to?: string }

export function findFault(world: World, route: string, subject: Subject): Fault | undefined {
  const isOfAuthy = ![...textRoutes, ...verifyRoutes, 'verify-event', 'callback', 'smtp'].includes(route)
  return world.faults.find(
    (fault) =>
      (fault.route === route || (fault.route === 'any' && isOfAuthy)) &&
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
  { fault, route, call, words }: { fault: Fault; route: string; call: Call; words: VendorWords },
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
  const replacement = instead[fault.fault] ?? insteadOfAuthy[fault.fault]
  const replaced = words.error(fault.fault) ?? replacement?.(call, words)
  if (replaced) return replaced

  const answer = await run()
  if (fault.fault === 'reset-after') return { dropped: true }
  if (fault.fault === '500-after') return words.broken()
  if (fault.fault === '201') return { ...answer, status: 201 }
  const bend = (words.bends ?? afterwards)[fault.fault]
  if (!bend) return answer
  return { ...answer, status: words.bends ? answer.status : 200, body: bend(Object(answer.body), route) }
}

/** Another host that agrees to everything: the client follows redirects of reads and believes what it finds there. */
function elsewhere(call: Call): string {
  const { port } = new URL(`http://${call.headers.host}`)
  return `http://localhost:${port}/elsewhere${call.path}`
}

function approval(body: Record<string, unknown>): Record<string, unknown> {
  return Object(body.approval_request)
}

function upperCaseStatus(request: Record<string, unknown>) {
  return { ...request, status: String(request.status).toUpperCase() }
}
