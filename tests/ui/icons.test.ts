import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test('each icon that can be named has a drawing in the sprite, and each drawing a name', () => {
  const drawn = [...read('../../components/ui/icons.svg').matchAll(/<symbol id="([a-z-]+)"/g)].map(
    ([, id]) => id,
  )
  const named = [...read('../../components/ui/icon.tsx').matchAll(/^ {2}'([a-z-]+)',$/gm)].map(
    ([, name]) => name,
  )
  expect(named.sort()).toEqual(drawn.sort())
})
