import type { IncomingHttpHeaders } from 'node:http'

/** Only the framework itself may set these. The first has opened guarded pages of earlier versions to everybody. */
const internal = new Set([
  'x-middleware-subrequest',
  'x-middleware-subrequest-id',
  'x-middleware-rewrite',
  'x-middleware-redirect',
  'x-middleware-set-cookie',
  'x-middleware-skip',
  'x-middleware-override-headers',
  'x-middleware-next',
  'x-middleware-prefetch',
  'x-now-route-matches',
  'x-matched-path',
  'x-nextjs-data',
  'x-next-resume-state-length',
  'next-resume',
])

/** Removes what a browser never sends, and returns the names of the internal headers among it. */
export function dropFrameworkHeaders(headers: IncomingHttpHeaders): string[] {
  const found = Object.keys(headers).filter((name) => internal.has(name))
  for (const name of found) delete headers[name]
  if (headers['next-router-prefetch'] !== '1') delete headers['next-router-prefetch']
  if (!isRouterState(headers['next-router-state-tree'])) delete headers['next-router-state-tree']
  return found
}

function isRouterState(header: string | string[] | undefined): boolean {
  try {
    return isTree(JSON.parse(decodeURIComponent(String(header))))
  } catch {
    return false
  }
}

/** A segment, and the trees below it. A tree of another shape makes the framework fail. */
function isTree(tree: unknown): boolean {
  if (!Array.isArray(tree) || tree.length < 2) return false
  const [segment, below] = tree
  const isSegment = typeof segment === 'string' || Array.isArray(segment)
  const isObject = typeof below === 'object' && below !== null && !Array.isArray(below)
  return isSegment && isObject && Object.values(below).every(isTree)
}
