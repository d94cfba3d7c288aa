import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import { usableMethods } from '@/lib/access/methods'
import type { Standing } from '@/lib/account/queries'
import { type OwnSecondFactor, ownSecondFactor } from '@/lib/account/rules'

type Words = { tone: Tone | 'neutral'; icon: IconName; word: string; sentence: string }

/** The state of the person's own second factor, by icon, word and sentence. */
export function secondStepWords(standing: Standing): Words {
  const step = ownSecondFactor(standing)
  return step === 'on' ? { ...words.on, sentence: askedFor(standing) } : words[step]
}

function askedFor({ methods: { own, role, policy } }: Standing): string {
  const usable = usableMethods(own, role, policy)
  if (usable.includes('passkey')) {
    return `After your password you use your passkey${usable.length > 1 ? ', or another method' : ''}.`
  }
  if (usable.includes('push')) return words.on.sentence
  if (!usable.includes('app')) return 'After your password you enter a token that we text you.'
  return `After your password you enter a token from your app${usable.includes('text') ? ' or a text' : ''}.`
}

const words: Record<OwnSecondFactor, Words> = {
  on: {
    tone: 'ok',
    icon: 'shield-check',
    word: 'On',
    sentence: 'After your password you approve a OneTouch alert on your phone, or enter a token.',
  },
  reset: {
    tone: 'warn',
    icon: 'smartphone',
    word: 'Set up needed',
    sentence: 'Your phone was reset. Set up your new phone with the link we emailed you.',
  },
  'being-enrolled': {
    tone: 'info',
    icon: 'clock',
    word: 'Setting up',
    sentence: "We're registering your number for OneTouch alerts and tokens. This takes a few moments.",
  },
  'number-refused': {
    tone: 'danger',
    icon: 'shield-exclamation-point',
    word: 'Number refused',
    sentence: "Your number can't get OneTouch alerts or tokens. Ask an admin at your firm to correct it.",
  },
  'stronger-needed': {
    tone: 'warn',
    icon: 'triangle-exclamation-point',
    word: 'Too weak',
    sentence: 'Your firm requires a stronger sign-in method. Add one now, or at your next sign-in.',
  },
  'no-number': {
    tone: 'warn',
    icon: 'phone',
    word: 'No number',
    sentence:
      "Ask an admin at your firm to add your mobile number, so you're ready for two-factor authentication.",
  },
  'number-on-file': {
    tone: 'neutral',
    icon: 'shield',
    word: 'Off',
    sentence:
      'You sign in with just your password. Your number is on file in case your firm turns on two-factor authentication.',
  },
}
