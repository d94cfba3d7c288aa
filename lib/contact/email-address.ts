import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { cleanLine } from '@/lib/free-text'

/** Everything that reads an address uses this one form: an IDN is stored as its ASCII form, which every mail server takes. */
export function normaliseEmail(typed: string): string {
  const address = unwrap(cleanLine(typed.normalize('NFKC'))).toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 1) return address
  const local = address.slice(0, at).replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return `${local}@${asciiDomain(address.slice(at + 1))}`
}

/** `Tess <mailto:tess@harbor.example>,` as a mail program copies it. */
function unwrap(copied: string): string {
  const [, inner = copied] = /<([^<>]*@[^<>]*)>/.exec(copied) ?? []
  const link = /^(?:mailto:\s*)+([^?]*)/i.exec(inner.trim())
  return (link?.[1] ?? inner).replace(/^["\s]+|["\s.,;:]+$/g, '').replace(/\s*([@.])\s*/g, '$1')
}

function asciiDomain(domain: string): string {
  // Node decodes percent signs and cuts at slashes: such a domain stays as it is, and is refused.
  if (/[^\p{L}\p{M}\p{N}.\u3002\u00b7\p{Join_Control}-]/u.test(domain)) return domain
  return domainToASCII(domain) || domainToASCII(domain.replace(/[\u200c\u200d]/g, '')) || domain
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainName =
  /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** RFC 5321 without quoted local parts, whose spaces and quotes many systems mangle. */
function addressRefusal(address: string): string | null {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)]
  if (address.length > 254 || local.length > 64) return 'That address is too long.'
  if (at > 0 && domainName.test(domain) && /[^\0-\x7f]/.test(local))
    return 'Use only unaccented letters, digits and symbols before the @.'
  return localPart.test(local) && domainName.test(domain)
    ? null
    : 'Enter an email address such as name@company.com.'
}

/** Not checked: at sign-in a mistyped address gets the same answer as an unknown one. */
export const typedEmail = z.string().min(1, 'Enter your email address.').transform(normaliseEmail)

export const emailAddress = z
  .string()
  .transform(normaliseEmail)
  .superRefine((address, context) => {
    const message = addressRefusal(address)
    if (message) context.addIssue({ code: 'custom', message })
  })

export function maskEmail(email: string): string {
  return email.replace(/^(.)[^@]*/u, '$1***')
}
