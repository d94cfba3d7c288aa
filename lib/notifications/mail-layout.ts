import { env } from '@/lib/env'
import type { Link, MailContent } from '@/lib/notifications/words/parts'
import { oneLine } from '@/lib/notifications/words/plain-text'

export type WrittenMail = { subject: string; text: string; html: string }

export function writeMail(mail: MailContent): WrittenMail {
  return { subject: oneLine(mail.subject), text: asText(mail), html: asHtml(mail) }
}

/** The Message-ID that every attempt at one mail carries: mail systems show the same id once. */
export function messageId(kind: string, id: string): string {
  return `<${kind}-${id}@${new URL(env.PORTAL_URL).hostname}>`
}

const block = 'Nobody from Partner Portal ever asks for your password or for a token, by mail or by phone.'

function asText({
  greeting,
  paragraphs,
  quote = [],
  facts = [],
  button,
  links = [],
  after = [],
}: MailContent): string {
  const blocks = [
    greeting,
    ...paragraphs,
    quote.map((line) => `> ${line}`).join('\n'),
    facts.map(([label, value]) => `${label}: ${oneLine(value)}`).join('\n'),
    ...[button, ...links].map((link) => (link ? `${link.words}:\n${link.url}` : '')),
    ...after,
    block,
    '-- \nPartner Portal',
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function asHtml({
  greeting,
  paragraphs,
  quote = [],
  facts = [],
  button,
  links = [],
  after = [],
}: MailContent): string {
  const rows = facts.map(
    ([label, value]) => `<tr><th>${escapeHtml(label)}</th><td>${escapeHtml(oneLine(value))}</td></tr>`,
  )
  const blocks = [
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    quote.length > 0 ? `<blockquote>${quote.map(escapeHtml).join('<br>')}</blockquote>` : '',
    rows.length > 0 ? `<table>${rows.join('')}</table>` : '',
    button ? `<p>${anchor(button, ' class="button"')}</p>` : '',
    ...links.map((link) => `<p>${anchor(link)}</p>`),
    ...after.map(paragraph),
    `<p class="small">${escapeHtml(block)}</p>`,
  ]
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${style}</style></head>
<body><div class="letter"><p class="brand">Partner Portal</p>
${blocks.filter(Boolean).join('\n')}
</div></body>
</html>
`
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #f5f6f9; color: #1d2330; font: 16px/24px system-ui, sans-serif; }
.letter { max-width: 520px; margin: 0 auto; padding: 24px; border-radius: 10px; background: #ffffff; }
.brand { margin-top: 0; font-weight: 600; }
.button { display: inline-block; padding: 10px 16px; border-radius: 6px; background: #2f5fd0; color: #ffffff; text-decoration: none; }
.small { margin-bottom: 0; color: #5a6275; font-size: 14px; line-height: 20px; }
blockquote { margin: 16px 0; padding-left: 12px; border-left: 3px solid #2f5fd0; overflow-wrap: anywhere; }
a { color: #2f5fd0; }
table { margin: 16px 0; border-collapse: collapse; }
th, td { padding: 4px 16px 4px 0; text-align: left; vertical-align: top; }
th { color: #5a6275; font-weight: 400; white-space: nowrap; }
td { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #14161c; color: #e8eaf0; }
  .letter { background: #1d2028; }
  a { color: #8fb0ff; }
  .button { background: #8fb0ff; color: #10131a; }
  .small, th { color: #a6adbd; }
}
`

function anchor({ words, url }: Link, attributes = ''): string {
  return `<a${attributes} href="${escapeHtml(url)}">${escapeHtml(words)}</a>`
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
