import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { AddedMethod } from './notification'
import { ownAct } from './own-act'
import type { AllWords, Fact } from './parts'

export const methods = {
  'method-added': (notification, to) => {
    const { title, one, effect } = inWords[notification.method.kind]
    return ownAct(notification, to, {
      subject: `${title} added to your account`,
      paragraphs: [`${one} was added to your sign-in methods. ${effect} We ended your other sessions.`],
      facts: [nameOf(notification.method)],
      methods: [{ words: 'Review your sign-in methods', url: to.security }],
    })
  },

  'method-removed': (notification, to) => {
    const { title, one } = inWords[notification.method.kind]
    return ownAct(notification, to, {
      subject: `${title} removed from your account`,
      paragraphs: [
        `${one} was removed from your sign-in methods and no longer works. We ended your other sessions.`,
      ],
      facts: [nameOf(notification.method)],
      methods: [{ words: 'Review your sign-in methods', url: to.security }],
    })
  },

  'recovery-codes-made': (notification, to) =>
    ownAct(notification, to, {
      subject: 'New recovery codes generated',
      paragraphs: [
        'Ten recovery codes were generated for your account. Each works once, after your password. Your old codes no longer work.',
      ],
      ifYou: "If this was you, store them somewhere safe that isn't your phone.",
    }),

  'recovery-code-used': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Recovery code used to sign in',
      paragraphs: [
        'Someone signed in to your account with your password and one of your recovery codes. That code no longer works.',
      ],
      facts: [['Codes left', String(notification.left)]],
      methods: [{ words: 'Generate new recovery codes', url: to.security }],
      ifYou:
        notification.left <= 3
          ? 'If this was you, generate new codes now, before you run out.'
          : 'If this was you, cross that code off your list. If you lost your phone, add another sign-in method.',
    }),

  'passkey-copied': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Passkey disabled: possible copy detected',
      paragraphs: ['We detected a possible copy of your passkey, so we disabled it.'],
      facts: [['Passkey', notification.name]],
      methods: [{ words: 'Review your sign-in methods', url: to.security }],
      ifYou: 'If you restored or moved this passkey yourself, remove it and add a new one.',
    }),

  'number-confirmed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Mobile phone number confirmed',
      paragraphs: [
        'Someone confirmed the mobile phone number on your account with the token we texted to it.',
      ],
      facts: [['Number', maskMobileNumber(notification.number)]],
    }),
} satisfies Partial<AllWords>

const inWords: Record<AddedMethod['kind'], { title: string; one: string; effect: string }> = {
  app: {
    title: 'Authenticator app',
    one: 'An authenticator app',
    effect: 'You can now sign in with your password and a token from the app.',
  },
  passkey: {
    title: 'Passkey',
    one: 'A passkey',
    effect: 'You can now sign in with it on devices that have it.',
  },
}

function nameOf({ kind, name }: AddedMethod): Fact {
  return [kind === 'app' ? 'App' : 'Passkey', name]
}
