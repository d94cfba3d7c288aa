import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** Markup that is already safe. Every other text is escaped when it is put into a template. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | null | Html | Html[]

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((text, index) => text + render(parts[index] ?? null)).join(''))
}

function render(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(render).join('')
  return escapeHtml(String(part))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A part of a page that the browser asks for every second; it is replaced when its key changes. */
export type Section = { key: string; content: Html }
export type Sections = Record<string, Section>

export function section(content: Html, key = content.text): Section {
  return { key, content }
}

export function live(sections: Sections, name: string): Html {
  const one = sections[name]
  return html`<div data-live="${name}">${one?.content ?? null}</div>`
}

export function liveAnswer(sections: Sections) {
  return Object.entries(sections).map(([name, { key, content }]) => ({ name, key, html: content.text }))
}

export type PageParts = {
  heading: string
  here: 'phones' | 'mail'
  body: Html
  back?: { href: string; text: string }
}

export function page({ heading, here, body, back }: PageParts): string {
  const tab = (name: string, href: string, text: string) =>
    html`<a class="tab" href="${href}"${name === here ? new Html(' aria-current="page"') : null}>${text}</a>`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Demo phones</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/phone-page.css">
<noscript><meta http-equiv="refresh" content="5"></noscript>
<script src="/phone-page.client.js" defer></script>
</head>
<body>
<header class="bar">
<a class="mark" href="/"><span class="mark-icon" aria-hidden="true"></span>Demo phones</a>
<nav aria-label="Main">${tab('phones', '/', 'Phones')}${tab('mail', '/mailbox', 'Email')}</nav>
</header>
<main>
${back ? html`<a class="back" href="${back.href}">${back.text}</a>` : null}
<h1>${heading}</h1>
${body}
</main>
</body>
</html>`.text
}

export function clockTime(moment: string): Html {
  const time = new Date(moment)
  const shown = `${time.toISOString().slice(11, 16)} UTC`
  return html`<time datetime="${moment}" data-clock>${shown}</time>`
}

export function niceNumber(digits: string): string {
  return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`
}

export function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter((word) => /\p{L}/u.test(word))
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('')
}
