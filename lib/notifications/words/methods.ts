import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { AddedMethod } from './notification'
import { ownAct } from './own-act'
import type { AllWords, Fact } from './parts'

export const methods = {
  'method-added': (notification, to) => {
    const { kind } = notification.method
    return ownAct(notification, to, {
      subject: `${inWords[kind].one} was added to your account`,
      paragraphs: [
        `${inWords[kind].one} was added to the ways in to your account. ${inWords[kind].effect} Your other sessions have ended.`,
      ],
      facts: [nameOf(notification.method)],
      methods: [{ words: 'See how you sign in', url: to.security }],
    })
  },

  'method-removed': (notification, to) => {
    const { kind } = notification.method
    return ownAct(notification, to, {
      subject: `${inWords[kind].one} was removed from your account`,
      paragraphs: [
        `${inWords[kind].one} was removed from the ways in to your account and opens nothing any more. Your other sessions have ended.`,
      ],
      facts: [nameOf(notification.method)],
      methods: [{ words: 'See how you sign in', url: to.security }],
    })
  },

  'recovery-codes-made': (notification, to) =>
    ownAct(notification, to, {
      subject: 'New recovery codes were made',
      paragraphs: [
        'Ten recovery codes were made for your account. Each opens it once, after your password. Codes from before are worthless now.',
      ],
      ifYou: 'If this was you, keep them where you find them without your phone, and nobody else does.',
    }),

  'recovery-code-used': (notification, to) =>
    ownAct(notification, to, {
      subject: 'A recovery code was used',
      paragraphs: [
        'Somebody signed in to your account with your password and one of your recovery codes. That code is used up.',
      ],
      facts: [['Codes left', String(notification.left)]],
      methods: [{ words: 'Make new recovery codes', url: to.security }],
      ifYou:
        notification.left <= 3
          ? 'If this was you, make new codes now, before none is left.'
          : 'If this was you, cross that code off. If your phone is gone, see that you have another way in.',
    }),

  'passkey-copied': (notification, to) =>
    ownAct(notification, to, {
      subject: 'A passkey was switched off, since a copy may exist',
      paragraphs: [
        'A passkey of your account told a number that it had told before. A copy of it may have been used, so it opens nothing any more.',
      ],
      facts: [['Passkey', notification.name]],
      methods: [{ words: 'See how you sign in', url: to.security }],
      ifYou: 'If you have restored or moved it yourself, remove it and add a new one.',
    }),

  'number-confirmed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Your mobile number is confirmed',
      paragraphs: ['Somebody typed the token that was texted to the mobile number on your account.'],
      facts: [['Number', maskMobileNumber(notification.number)]],
    }),
} satisfies Partial<AllWords>

const inWords: Record<AddedMethod['kind'], { one: string; effect: string }> = {
  app: { one: 'An app for tokens', effect: 'Its tokens sign in, after your password.' },
  passkey: { one: 'A passkey', effect: 'It signs in on the device that holds it.' },
}

function nameOf({ kind, name }: AddedMethod): Fact {
  return [kind === 'app' ? 'App' : 'Passkey', name]
}
