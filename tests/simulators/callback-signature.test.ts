import { expect, it } from 'vitest'
import { canonicalParams, signCallback, signWithWrongSort } from './callback-signature'
import { url, vector1, vector2 } from './signed-callbacks'

it('signs the known POST as it must be', () => {
  expect(signCallback(vector1)).toBe(vector1.signature)
})

it('signs the known GET as it must be, without the query of the address', () => {
  expect(signCallback({ ...vector2, url: `${url}?status=denied` })).toBe(vector2.signature)
})

it('keeps list elements in their order and leaves out what is empty', () => {
  const text = canonicalParams({ b: [{ y: 1, x: 2 }, { x: 3 }], a: {}, Z: null, c: [] })
  expect(decodeURIComponent(text)).toBe('Z=&b[][x]=2&b[][y]=1&b[][x]=3')
})

it('can sign by the wrong recipe', () => {
  expect(signWithWrongSort(vector1)).not.toBe(signCallback(vector1))
})
