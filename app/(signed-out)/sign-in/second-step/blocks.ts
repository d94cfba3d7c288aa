import type { Method } from '@/lib/access/methods'

/** The parts of the page: one for alerts, one for everything that is typed, one for passkeys. */
export type Block = 'push' | 'typed' | 'passkey'

export type OtherMethod = Exclude<Method, 'app'>

const blockOf: Record<Method, Block> = {
  push: 'push',
  text: 'typed',
  app: 'typed',
  'recovery-code': 'typed',
  passkey: 'passkey',
}

type Layout = { blocks: Block[]; others: OtherMethod[] }

/**
 * The last used method, the alert that was sent and the token field are the page; the rest is one line of other methods. An alert
 * that can no longer be approved comes first, since it says what happened.
 */
export function layoutOf(methods: Method[], hasPush: boolean): Layout {
  const [first] = methods
  const isOver = hasPush && !methods.includes('push')
  const blocks = new Set<Block>(isOver ? ['push'] : [])
  if (first) blocks.add(blockOf[first])
  if (hasPush) blocks.add('push')
  if (methods.some((method) => blockOf[method] === 'typed')) blocks.add('typed')
  const others = methods.filter((method): method is OtherMethod => {
    if (method === 'app') return false
    return method === 'text' ? first !== 'text' : method === 'recovery-code' || !blocks.has(blockOf[method])
  })
  return { blocks: [...blocks], others }
}
