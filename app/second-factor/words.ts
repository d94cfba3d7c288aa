import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import { usableMethods } from '@/lib/access/methods'
import type { Standing } from '@/lib/account/queries'
import { type OwnSecondFactor, ownSecondFactor } from '@/lib/account/rules'

type Words = { tone: Tone | 'neutral'; icon: IconName; word: string; sentence: string }

/** How the own second step stands, by icon, word and sentence. */
export function secondStepWords(standing: Standing): Words {
  const step = ownSecondFactor(standing)
  return step === 'on' ? { ...words.on, sentence: askedFor(standing) } : words[step]
}

function askedFor({ methods: { own, role, policy } }: Standing): string {
  const usable = usableMethods(own, role, policy)
  if (usable.includes('passkey')) {
    return `After your password you use your passkey${usable.length > 1 ? ', or another way' : ''}.`
  }
  if (usable.includes('push')) return words.on.sentence
  if (!usable.includes('app')) return 'After your password you type a token that is texted to you.'
  return `After your password you type a token from your app${usable.includes('text') ? ' or from a text' : ''}.`
}

const words: Record<OwnSecondFactor, Words> = {
  on: {
    tone: 'ok',
    icon: 'shield-check',
    word: 'On',
    sentence: 'After your password you approve a OneTouch alert on your phone, or type a token.',
  },
  reset: {
    tone: 'warn',
    icon: 'smartphone',
    word: 'To be set up',
    sentence: 'Your second step was reset. Set up your phone with the link that was mailed to you.',
  },
  'being-enrolled': {
    tone: 'info',
    icon: 'clock',
    word: 'Being set up',
    sentence: 'Your number is being registered for OneTouch alerts and tokens. This takes a few moments.',
  },
  'number-refused': {
    tone: 'danger',
    icon: 'shield-exclamation-point',
    word: 'Number refused',
    sentence: 'Your number was refused for alerts and tokens. Ask an admin of your firm to correct it.',
  },
  'stronger-needed': {
    tone: 'warn',
    icon: 'triangle-exclamation-point',
    word: 'Not enough',
    sentence: 'Your firm asks for more than you have. Add a stronger way now, or at your next sign-in.',
  },
  'no-number': {
    tone: 'warn',
    icon: 'phone',
    word: 'No number',
    sentence:
      'Ask an admin of your firm to record your mobile number, so that you are ready for the second step.',
  },
  'number-on-file': {
    tone: 'neutral',
    icon: 'shield',
    word: 'Off',
    sentence: 'Your firm asks for your password only. Your number is on file for the day it asks for more.',
  },
}
