/** What the request line and the headers of one request say. */
export type Asked = {
  method: string
  target: string
  host: string | undefined
  origin: string | undefined
  bytes: number
}

export type GateRefusal = 'foreign-address' | 'unreadable-address' | 'method' | 'foreign-form' | 'too-large'

export type GateAnswer =
  | { kind: 'admit'; target: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'refuse'; refusal: GateRefusal; allow?: string }

export const largestForm = 64 * 1024

const safeMethods = ['GET', 'HEAD']

/** Decides by the request line and the headers alone, before the framework has read them. */
export function gateAnswer(asked: Asked, portalUrl: string): GateAnswer {
  const target = originForm(asked.target, portalUrl)
  if (target === null) return { kind: 'refuse', refusal: 'foreign-address' }
  if (!isReadable(target)) return { kind: 'refuse', refusal: 'unreadable-address' }

  const path = pathOf(target)
  const allowed = methodsOf(path)
  if (!allowed.includes(asked.method)) return { kind: 'refuse', refusal: 'method', allow: allowed.join(', ') }
  if (isForMachines(path)) return { kind: 'admit', target }

  const isOwnHost = asked.host !== undefined && hostOf(asked.host, portalUrl) === new URL(portalUrl).host
  if (!isOwnHost && safeMethods.includes(asked.method))
    return { kind: 'redirect', location: portalUrl + target.replace(/^[\\/]+/, '/') }
  if (!isOwnHost) return { kind: 'refuse', refusal: 'foreign-address' }

  if (asked.method !== 'POST') return { kind: 'admit', target }
  if (asked.origin !== portalUrl) return { kind: 'refuse', refusal: 'foreign-form' }
  return asked.bytes > largestForm ? { kind: 'refuse', refusal: 'too-large' } : { kind: 'admit', target }
}

/** A request line may carry a whole address. The framework would redirect to a foreign one. */
function originForm(target: string, portalUrl: string): string | null {
  if (target.startsWith('/')) return target
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null
  const url = new URL(target)
  return url.host === new URL(portalUrl).host ? url.pathname + url.search : null
}

/** Refuses what no page can decode, and NUL, which PostgreSQL cannot store in text. */
function isReadable(target: string): boolean {
  if (/%00/.test(target)) return false
  try {
    decodeURIComponent(pathOf(target))
    return true
  } catch {
    return false
  }
}

function pathOf(target: string): string {
  return target.split(/[?#]/, 1)[0] ?? ''
}

const readOnlyPaths =
  /^\/(health|ready|\.well-known\/change-password|account\/security\/data|sign-in\/second-step\/events|support\/statistics\/cases\.csv|support\/vendors\/[^/]+\/report\.csv|favicon\.(svg|ico)|_next\/.*)$/

export function methodsOf(path: string): string[] {
  if (path.startsWith('/api/')) return ['POST']
  return readOnlyPaths.test(path) ? safeMethods : [...safeMethods, 'POST']
}

/** Vendors and load balancers ask these, under whatever name they know. */
function isForMachines(path: string): boolean {
  return /^\/(api\/.*|health|ready)$/.test(path)
}

function hostOf(header: string, portalUrl: string): string | null {
  const address = `${new URL(portalUrl).protocol}//${header.split(',')[0]?.trim()}`
  return URL.canParse(address) ? new URL(address).host : null
}
