import { expect, test } from 'vitest'
import { helpView } from '@/lib/help-articles/schema'
import { searchHeadings } from '@/lib/help-articles/search-headings'

test.each([
  ['stolen', 'stolen'],
  ['  PASSKEY ', 'passkeys'],
  ['codes recovery', 'recovery-codes'],
  ['confirm it\u2019s you', 'confirm-its-you'],
  ['te\u0301xt arrive', 'when-a-text-does-not-arrive'],
])('searching for %s finds the heading %s', (typed, id) => {
  expect(searchHeadings(typed).map((found) => found.id)).toContain(id)
})

test('a search finds the headings of an article by its title', () => {
  const found = searchHeadings('sign-in methods trusted')
  expect(found).toEqual([{ article: 'sign-in-methods', id: 'trusted-browsers', words: 'Trusted browsers' }])
})

test.each(['', '   ', '!?', 'zebra', '__proto__', 'phone zebra'])(
  'searching for "%s" finds nothing',
  (typed) => {
    expect(searchHeadings(typed)).toEqual([])
  },
)

test.each([[['a', 'b']], ['x'.repeat(101)], [undefined]])(
  'a search that cannot be read is no search',
  (q) => {
    expect(helpView.parse({ q }).q).toBe('')
  },
)
