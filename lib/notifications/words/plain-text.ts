import { cleanLine } from '@/lib/free-text'

/** Line breaks would add mail headers, and bidirectional marks would turn the text around. */
export function oneLine(value: string): string {
  return harmless(value).slice(0, 200)
}

function harmless(value: string): string {
  return cleanLine(value).replace(/:\/\//g, ' ').trim()
}

export function linesOf(value: string): string[] {
  return value
    .split(/[\r\n\p{Zl}\p{Zp}]+/u)
    .map(harmless)
    .filter(Boolean)
}

export function timeInWords(at: string | Date): string {
  return `${clock.format(new Date(at))} UTC`
}

const clock = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A name field must not become an attacker's message: only a plausible first name is used. */
export function greet(name: string): string {
  const first = name.trim().split(/\s/)[0] ?? ''
  return /^[\p{L}\p{M}](?:\u200c|\u200d|[\p{L}\p{M}'’-]){0,39}$/u.test(first) ? `Hello ${first},` : 'Hello,'
}
