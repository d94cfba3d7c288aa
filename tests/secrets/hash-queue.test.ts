import { expect, test } from 'vitest'
import { HashQueue } from '@/lib/secrets/hash-queue'

/** Work that ends on demand, and the list of starts in their order. */
function workshop() {
  const started: string[] = []
  const ends: Array<() => void> = []
  const work = (name: string) => () => {
    started.push(name)
    return new Promise<string>((end) => ends.push(() => end(name)))
  }
  const endNext = async () => {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  return { started, work, endNext }
}

test('no more work runs at once than the gate is wide', async () => {
  const { started, work, endNext } = workshop()
  const queue = new HashQueue(2)
  for (const name of ['one', 'two', 'three']) void queue.run('firm', work(name))

  expect(started).toEqual(['one', 'two'])
  await endNext()
  expect(started).toEqual(['one', 'two', 'three'])
})

test('a firm with one sign-in does not wait behind another firm with many', async () => {
  const { started, work, endNext } = workshop()
  const queue = new HashQueue(1)
  for (const name of ['big 1', 'big 2', 'big 3']) void queue.run('big', work(name))
  void queue.run('small', work('small 1'))

  for (let served = 0; served < 3; served++) await endNext()
  expect(started).toEqual(['big 1', 'big 2', 'small 1', 'big 3'])
})

test('a full line answers at once, and work is not started', async () => {
  const { started, work } = workshop()
  const queue = new HashQueue(1, 2, 2)
  for (const name of ['one', 'two', 'three']) void queue.run('firm', work(name))

  expect(await queue.run('other', work('four'))).toBe('busy')
  expect(started).toEqual(['one'])
})

test('work that fails makes room like work that succeeds', async () => {
  const queue = new HashQueue(1)
  await expect(queue.run('firm', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await queue.run('firm', async () => 'next')).toBe('next')
})
