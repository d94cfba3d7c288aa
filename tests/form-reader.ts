/** A form as a browser sends it: what stands in its fields now, the names it knows, and its buttons. */
export type Form = {
  entries: Array<[name: string, value: string]>
  names: Set<string>
  buttons: Array<{ label: string; name: string; value: string }>
}

export type PageParts = { forms: Form[]; text: string; title: string }

/** Reads what React has written. It closes its tags and escapes its attributes, so this is no parser for other people's pages. */
export function readPage(html: string): PageParts {
  const shown = html.replace(/<!--[\s\S]*?-->|<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
  const forms = [...shown.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => readForm(form))
  const title = decode(/<title>([\s\S]*?)<\/title>/.exec(shown)?.[1] ?? '')
  return { forms, title, text: textOf(shown.replace(/<head>[\s\S]*?<\/head>/, '')) }
}

function readForm(html: string): Form {
  const form: Form = { entries: [], names: new Set(), buttons: [] }
  for (const [, tag = '', attributes = '', content = ''] of html.matchAll(fields)) {
    const { name, value = '', ...more } = readAttributes(attributes)
    if (tag === 'button') {
      form.buttons.push({ label: more['aria-label'] ?? textOf(content), name: name ?? '', value })
    } else if (name && !('disabled' in more)) {
      form.names.add(name)
      const isTick = more.type === 'checkbox' || more.type === 'radio'
      if (isTick && 'checked' in more) form.entries.push([name, value || 'on'])
      if (!isTick) form.entries.push([name, tag === 'input' ? value : chosen(tag, content)])
    }
  }
  return form
}

const fields = /<(input|button|select|textarea)\b([^>]*?)\/?>(?:([\s\S]*?)<\/\1>)?/g

function chosen(tag: string, content: string): string {
  if (tag === 'textarea') return decode(content.replace(/^\n/, ''))
  const options = [...content.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = '']) =>
    readAttributes(attributes),
  )
  return (options.find((option) => 'selected' in option) ?? options[0])?.value ?? ''
}

function readAttributes(text: string): Record<string, string> {
  const found = text.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]),
  )
}

function textOf(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
