import { type MobileNumberRefusal, parseMobileNumber } from '@/lib/contact/mobile-number'

/** What the form says about a number: where texts will go, or what is wrong and which number was probably meant. */
export type NumberAnswer = { error?: string; suggestion?: string; preview?: string; warning?: string }

export function answerNumber(typed: string, defaultCountry: string | null): NumberAnswer {
  const read = parseMobileNumber(typed, defaultCountry)
  if (!read.ok) return complain(typed, read)
  const preview = `Texts will go to ${read.display} (${read.country})`
  if (!read.warning) return { preview }
  return { preview, warning: 'This looks like a landline, which may not receive texts.' }
}

export function complain(typed: string, refusal: MobileNumberRefusal): NumberAnswer {
  if (refusal.reason === 'empty') return {}
  return { error: sentenceFor(typed, refusal), suggestion: refusal.suggestion ?? undefined }
}

function sentenceFor(typed: string, refusal: MobileNumberRefusal): string {
  switch (refusal.reason) {
    case 'empty':
      return 'Enter a mobile phone number.'
    case 'not-digits-only':
      return 'Use digits only: no spaces, punctuation or dashes.'
    case 'leading-zero':
      return 'Leave out the zero after the country code.'
    case 'not-possible':
      return "This isn't a valid mobile number. Check the digits."
    case 'placeholder':
      return 'This looks like a made-up number. Enter the real one.'
    case 'needs-country-code': {
      const start = 'Start with the country code.'
      if (!refusal.hint) return start
      const { callingCode, country } = refusal.hint
      return `${start} ${typed.trim().slice(0, 4)}… needs ${callingCode} in front for ${country}.`
    }
  }
}
