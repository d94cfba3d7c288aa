import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { AddedMethod } from './notification'
import { ownAct } from './own-act'
import type { Fact, Links, NotificationOf, Words } from './parts'

export function methodAdded(notification: NotificationOf<'method-added'>, links: Links): Words {
  const { kind } = notification.method
  return ownAct(notification, links, {
    subject: `${inWords[kind].one} was added to your account`,
    paragraphs: [
      `${inWords[kind].one} was added to the ways in to your account. ${inWords[kind].effect} Your other sessions have ended.`,
    ],
    facts: [nameOf(notification.method)],
    methods: [{ words: 'See how you sign in', url: links.security }],
  })
}

export function methodRemoved(notification: NotificationOf<'method-removed'>, links: Links): Words {
  const { kind } = notification.method
  return ownAct(notification, links, {
    subject: `${inWords[kind].one} was removed from your account`,
    paragraphs: [
      `${inWords[kind].one} was removed from the ways in to your account and opens nothing any more. Your other sessions have ended.`,
    ],
    facts: [nameOf(notification.method)],
    methods: [{ words: 'See how you sign in', url: links.security }],
  })
}

export function recoveryCodesMade(notification: NotificationOf<'recovery-codes-made'>, links: Links): Words {
  return ownAct(notification, links, {
    subject: 'New recovery codes were made',
    paragraphs: [
      'Ten recovery codes were made for your account. Each opens it once, after your password. Codes from before are worthless now.',
    ],
    ifYou: 'If this was you, keep them where you find them without your phone, and nobody else does.',
  })
}

export function recoveryCodeUsed(notification: NotificationOf<'recovery-code-used'>, links: Links): Words {
  return ownAct(notification, links, {
    subject: 'A recovery code was used',
    paragraphs: [
      'Somebody signed in to your account with your password and one of your recovery codes. That code is used up.',
    ],
    facts: [['Codes left', String(notification.left)]],
    methods: [{ words: 'Make new recovery codes', url: links.security }],
    ifYou:
      notification.left <= 3
        ? 'If this was you, make new codes now, before none is left.'
        : 'If this was you, cross that code off. If your phone is gone, see that you have another way in.',
  })
}

export function passkeyCopied(notification: NotificationOf<'passkey-copied'>, links: Links): Words {
  return ownAct(notification, links, {
    subject: 'A passkey was switched off, since a copy may exist',
    paragraphs: [
      'A passkey of your account told a number that it had told before. A copy of it may have been used, so it opens nothing any more.',
    ],
    facts: [['Passkey', notification.name]],
    methods: [{ words: 'See how you sign in', url: links.security }],
    ifYou: 'If you have restored or moved it yourself, remove it and add a new one.',
  })
}

export function numberConfirmed(notification: NotificationOf<'number-confirmed'>, links: Links): Words {
  return ownAct(notification, links, {
    subject: 'Your mobile number is confirmed',
    paragraphs: ['Somebody typed the token that was texted to the mobile number on your account.'],
    facts: [['Number', maskMobileNumber(notification.number)]],
  })
}

const inWords: Record<AddedMethod['kind'], { one: string; effect: string }> = {
  app: { one: 'An app for tokens', effect: 'Its tokens sign in, after your password.' },
  passkey: { one: 'A passkey', effect: 'It signs in on the device that holds it.' },
}

function nameOf({ kind, name }: AddedMethod): Fact {
  return [kind === 'app' ? 'App' : 'Passkey', name]
}
