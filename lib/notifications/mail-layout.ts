import { env } from '@/lib/env'
import type { Link, MailContent } from '@/lib/notifications/words/parts'
import { oneLine } from '@/lib/notifications/words/plain-text'

export type WrittenMail = { subject: string; text: string; html: string }

export function writeMail(mail: MailContent): WrittenMail {
  return { subject: oneLine(mail.subject), text: asText(mail), html: asHtml(mail) }
}

/** Every attempt repeats the Message-ID, so mail systems show the mail once. */
export function messageId(kind: string, id: string): string {
  return `<${kind}-${id}@${new URL(env.PORTAL_URL).hostname}>`
}

const block = "We'll never ask for your password or a token by email or phone."

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
    ...[button, ...links].map((link) => (link ? `${asked(link)}${link.words}:\n${link.url}` : '')),
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
    ([label, value]) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(oneLine(value))}</td></tr>`,
  )
  const blocks = [
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    quote.length > 0 ? `<blockquote>${quote.map(escapeHtml).join('<br>')}</blockquote>` : '',
    rows.length > 0 ? `<table class="facts">${rows.join('')}</table>` : '',
    button?.intro ? paragraph(button.intro) : '',
    // Outlook pads a cell, not the link in it.
    button
      ? `<table role="presentation" cellspacing="0" cellpadding="0"><tr><td class="button">${anchor(button)}</td></tr></table>`
      : '',
    ...links.map((link) => `<p>${escapeHtml(asked(link))}${anchor(link)}</p>`),
    ...after.map(paragraph),
    `<p class="small">${escapeHtml(block)}</p>`,
  ]
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${style}</style></head>
<body>
<!--[if mso]><table role="presentation" width="568" align="center"><tr><td><![endif]-->
<div class="mail"><p class="brand">Partner Portal</p>
${blocks.filter(Boolean).join('\n')}
</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #f5f6f9; color: #1d2330; font: 16px/24px system-ui, sans-serif; }
.mail { max-width: 520px; margin: 0 auto; padding: 24px; border-radius: 10px; background: #ffffff; overflow-wrap: anywhere; }
.brand { margin-top: 0; font-weight: 600; }
.button { border-radius: 6px; background: #2f5fd0; mso-padding-alt: 10px 16px; }
.button a { display: inline-block; padding: 10px 16px; color: #ffffff; font-weight: 600; text-decoration: none; }
.small { margin-bottom: 0; color: #5a6275; font-size: 14px; line-height: 20px; }
blockquote { margin: 16px 0; padding-left: 12px; border-left: 3px solid #2f5fd0; }
a { color: #2f5fd0; }
.facts { margin: 16px 0; border-collapse: collapse; }
.facts th, .facts td { padding: 4px 16px 4px 0; text-align: left; vertical-align: top; }
.facts th { color: #5a6275; overflow-wrap: normal; font-weight: 400; }
@media (prefers-color-scheme: dark) {
  body { background: #14161c; color: #e8eaf0; }
  .mail { background: #1d2028; }
  a { color: #8fb0ff; }
  .button { background: #8fb0ff; }
  .button a { color: #10131a; }
  .small, .facts th { color: #a6adbd; }
}
`

function asked({ intro }: Link): string {
  return intro ? `${intro} ` : ''
}

function anchor({ words, url }: Link): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`
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
