import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Rgb = [number, number, number]

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const tokens = readTokens(css)

const grounds = ['bg', 'surface', 'raised', 'hover']
const states = ['ok', 'warn', 'danger', 'info']

/** Foreground, ground, least ratio (WCAG 2.2, 1.4.3 for text and 1.4.11 for everything else one must see). */
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['text', ground, 4.5],
    ['text-muted', ground, 4.5],
    ['accent', ground, 4.5],
    ['border-strong', ground, 3],
    ['focus', ground, 3],
    ...states.map((state): [string, string, number] => [`${state}-fg`, ground, 4.5]),
  ]),
  ...states.flatMap((state): [string, string, number][] => [
    [`${state}-fg`, `${state}-bg`, 4.5],
    ['text', `${state}-bg`, 4.5],
    ['text-muted', `${state}-bg`, 4.5],
    ['focus', `${state}-bg`, 3],
  ]),
  ['accent-text', 'accent', 4.5],
  ['accent-text', 'accent-hover', 4.5],
  ['surface', 'danger-fg', 4.5],
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(pairs)('%s on %s has a contrast of at least %d', (front, ground, least) => {
    expect(contrast(token(front)[theme], token(ground)[theme])).toBeGreaterThanOrEqual(least)
  })
})

test('every colour token is checked or is a mere hairline', () => {
  const checked = new Set(pairs.flat())
  const hairlines = ['border', ...states.map((state) => `${state}-border`)]
  expect([...tokens.keys()].filter((name) => !checked.has(name)).sort()).toEqual(hairlines.sort())
})

function token(name: string) {
  const found = tokens.get(name)
  if (!found) throw new Error(`There is no token ${name} in globals.css`)
  return found
}

function readTokens(source: string) {
  const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
  const lines = source.matchAll(
    new RegExp(String.raw`--color-([a-z-]+): light-dark\(${colour}, ${colour}\);`, 'g'),
  )
  return new Map(
    [...lines].map(([, name = '', ...numbers]) => {
      const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number)
      return [name, { light: linearRgb(l1, c1, h1), dark: linearRgb(l2, c2, h2) }]
    }),
  )
}

/** OKLCH to linear sRGB (CSS Color 4), cut to what a screen can show. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const cut = (value: number) => Math.min(1, Math.max(0, value))
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function contrast(one: Rgb, other: Rgb) {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

function luminance([red, green, blue]: Rgb) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
