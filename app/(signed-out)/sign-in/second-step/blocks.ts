import type { Method } from '@/lib/access/methods'

/** The parts of the page: one for requests, one for everything that is typed, one for passkeys. */
export type Block = 'push' | 'typed' | 'passkey'

const blockOf: Record<Method, Block> = {
  push: 'push',
  text: 'typed',
  app: 'typed',
  'recovery-code': 'typed',
  passkey: 'passkey',
}

/**
 * What is on the page, first way first. A request that was sent stays on top: nothing moves while it is looked at. The button
 * for one comes last unless it is the first way.
 */
export function blocksOf(methods: Method[], hasPush: boolean): Block[] {
  const blocks = new Set(methods.map((method) => blockOf[method]))
  if (hasPush) return [...new Set<Block>(['push', ...blocks])]
  if (methods[0] !== 'push' && blocks.delete('push')) blocks.add('push')
  return [...blocks]
}
