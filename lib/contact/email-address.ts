import { domainToASCII } from 'node:url'
import { z } from 'zod'

export function normaliseEmail(typed: string): string {
  const trimmed = typed.normalize('NFC').trim().toLowerCase()
  const at = trimmed.lastIndexOf('@')
  if (at < 1) return trimmed
  return `${trimmed.slice(0, at)}@${domainToASCII(trimmed.slice(at + 1))}`
}

export const emailAddress = z
  .string()
  .max(254, 'That address is too long.')
  .transform(normaliseEmail)
  .pipe(z.email('Enter an email address such as name@company.com.'))
