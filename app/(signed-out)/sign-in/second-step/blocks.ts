import type { Method } from '@/lib/access/methods'

/** The parts of the page: one for alerts, one for everything that is typed, one for passkeys. */
export type Block = 'push' | 'typed' | 'passkey'

const blockOf: Record<Method, Block> = {
  push: 'push',
  text: 'typed',
  app: 'typed',
  'recovery-code': 'typed',
  passkey: 'passkey',
}

/**
 * What is on the page, first method first. An alert that was sent stays on top, so that nothing moves while the person looks
 * at it. The button to send one comes last unless push is the first method.
 */
export function blocksOf(methods: Method[], hasPush: boolean): Block[] {
  const blocks = new Set(methods.map((method) => blockOf[method]))
  if (hasPush) return [...new Set<Block>(['push', ...blocks])]
  if (methods[0] !== 'push' && blocks.delete('push')) blocks.add('push')
  return [...blocks]
}
