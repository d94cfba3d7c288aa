// Collects the drawings that components/ui/icon.tsx names into one sprite, so that an icon costs a page no script.
import { readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../components/ui/', import.meta.url)
const [, list = ''] =
  readFileSync(new URL('icon.tsx', folder), 'utf8').match(/iconNames = \[([^\]]*)\]/) ?? []
const names = [...list.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)

const symbols = await Promise.all(names.map(symbolOf))
const sprite = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join('\n')}\n</svg>\n`
writeFileSync(new URL('icons.svg', folder), sprite)

async function symbolOf(name) {
  const { __iconData } = await import(`lucide-react/dist/esm/icons/${name}.mjs`)
  const shapes = __iconData.node.map(([shape, { key: _, ...attributes }]) => {
    const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`)
    return `<${shape}${written.join('')}/>`
  })
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`
}
