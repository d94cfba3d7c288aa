import { expect, test } from 'vitest'
import { layoutOf } from '@/app/(signed-out)/sign-in/second-step/blocks'

test('an alert and the token field are the page, the rest is one line', () => {
  expect(layoutOf(['push', 'passkey', 'app', 'text', 'recovery-code'], true)).toEqual({
    blocks: ['push', 'typed'],
    others: ['passkey', 'text', 'recovery-code'],
  })
})

test('the last used method decides the order alone: the alert stays on the page', () => {
  const layout = layoutOf(['text', 'push', 'app'], true)
  expect(layout).toEqual({ blocks: ['typed', 'push'], others: [] })
  expect(layoutOf(['passkey', 'push', 'text'], true).blocks).toEqual(['passkey', 'push', 'typed'])
})

test('an alert that was not sent is among the others, unless push comes first', () => {
  expect(layoutOf(['passkey', 'push', 'text'], false)).toEqual({
    blocks: ['passkey', 'typed'],
    others: ['push', 'text'],
  })
  expect(layoutOf(['push', 'app'], false)).toEqual({ blocks: ['push', 'typed'], others: [] })
})

test('an alert that was denied comes first, though no other can be sent', () => {
  expect(layoutOf(['text'], true)).toEqual({ blocks: ['push', 'typed'], others: [] })
})
