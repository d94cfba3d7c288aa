import { type MobileNumberRefusal, type NumberDoubt, parseMobileNumber } from '@/lib/contact/mobile-number'
import type { NotMobile } from '@/lib/contact/numbering-plan'
import type { NumberUnread } from '@/lib/contact/read-mobile-number'

/** What the form says about a number: where texts will go, or what is wrong and which number was probably meant. */
export type NumberAnswer = {
  error?: string
  suggestion?: string
  preview?: string
  warning?: string
  /** The digits that are saved only if the person ticks that they are right. */
  doubted?: string
}

export function answerNumber(typed: string, defaultCountry: string | null): NumberAnswer {
  const read = parseMobileNumber(typed, defaultCountry)
  if (!read.ok) return complain(read)
  const preview = `Texts will go to ${read.display} (${read.country})`
  if (!read.doubt) return { preview }
  return { preview, warning: doubts[read.doubt], doubted: read.e164.slice(1) }
}

/** Nobody is asked again about a number that is already saved. */
export function answerStored(digits: string): NumberAnswer {
  const { preview, warning } = answerNumber(digits, null)
  return { preview, warning }
}

export function answerUnread(typed: string, unread: NumberUnread): NumberAnswer {
  return unread.reason === 'number-doubtful' ? answerNumber(typed, null) : complain(unread.why)
}

export const tickMissing = 'Check the box if the number is right, or correct the number.'

function complain(refusal: MobileNumberRefusal): NumberAnswer {
  if (refusal.reason === 'empty') return {}
  return { error: sentenceFor(refusal), suggestion: refusal.suggestion ?? undefined }
}

function sentenceFor(refusal: MobileNumberRefusal): string {
  switch (refusal.reason) {
    case 'empty':
      return 'Enter a mobile phone number.'
    case 'not-digits-only':
      return 'Use digits only: no spaces, punctuation or dashes.'
    case 'dialing-prefix':
      return `Leave out the ${refusal.prefix} before the country code.`
    case 'trunk-prefix':
      return `Leave out the ${refusal.prefix} after the country code.`
    case 'not-possible':
      return "This isn't a valid mobile number. Check the digits."
    case 'placeholder':
      return 'This looks like a made-up number. Enter the real one.'
    case 'not-mobile':
      return `This is ${kinds[refusal.kind]}. Enter a mobile number.`
    case 'needs-country-code': {
      const start = 'Start with the country code'
      if (!refusal.hint) return `${start}.`
      const { callingCode, country, replaces } = refusal.hint
      return replaces
        ? `${start}: for ${country}, replace the first ${replaces} with ${callingCode}.`
        : `${start}: for ${country}, put ${callingCode} in front.`
    }
  }
}

const doubts: Record<NumberDoubt, string> = {
  internet: 'This is an internet number, which may not receive texts.',
  'made-up': 'This looks like a made-up number.',
}

const kinds: Record<NotMobile, string> = {
  landline: 'a landline',
  'toll-free': 'a toll-free number',
  premium: 'a premium-rate number',
  'shared-cost': 'a shared-cost number',
  personal: 'a call forwarding number',
  pager: 'a pager',
  company: 'a company switchboard',
  voicemail: 'a voicemail number',
}
