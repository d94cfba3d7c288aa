import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { Fact } from '@/lib/notifications/mail-layout'
import type { AddedWay } from '@/lib/notifications/notification'
import { ownAct } from './own-act'
import type { Links, NoticeOf, Words } from './parts'

export function wayAdded(notice: NoticeOf<'way-added'>, links: Links): Words {
  const { kind } = notice.way
  return ownAct(notice, links, {
    subject: `${inWords[kind].one} was added to your account`,
    paragraphs: [
      `${inWords[kind].one} was added to the ways in to your account. ${inWords[kind].effect} Your other sessions have ended.`,
    ],
    facts: [nameOf(notice.way)],
    ways: [{ words: 'See how you sign in', url: links.security }],
  })
}

export function wayRemoved(notice: NoticeOf<'way-removed'>, links: Links): Words {
  const { kind } = notice.way
  return ownAct(notice, links, {
    subject: `${inWords[kind].one} was removed from your account`,
    paragraphs: [
      `${inWords[kind].one} was removed from the ways in to your account and opens nothing any more. Your other sessions have ended.`,
    ],
    facts: [nameOf(notice.way)],
    ways: [{ words: 'See how you sign in', url: links.security }],
  })
}

export function recoveryCodesMade(notice: NoticeOf<'recovery-codes-made'>, links: Links): Words {
  return ownAct(notice, links, {
    subject: 'New recovery codes were made',
    paragraphs: [
      'Ten recovery codes were made for your account. Each opens it once, after your password. Codes from before are worthless now.',
    ],
    ifYou: 'If this was you, keep them where you find them without your phone, and nobody else does.',
  })
}

export function recoveryCodeUsed(notice: NoticeOf<'recovery-code-used'>, links: Links): Words {
  return ownAct(notice, links, {
    subject: 'A recovery code was used',
    paragraphs: [
      'Somebody signed in to your account with your password and one of your recovery codes. That code is used up.',
    ],
    facts: [['Codes left', String(notice.left)]],
    ways: [{ words: 'Make new recovery codes', url: links.security }],
    ifYou:
      notice.left <= 3
        ? 'If this was you, make new codes now, before none is left.'
        : 'If this was you, cross that code off. If your phone is gone, see that you have another way in.',
  })
}

export function passkeyCopied(notice: NoticeOf<'passkey-copied'>, links: Links): Words {
  return ownAct(notice, links, {
    subject: 'A passkey was switched off, since a copy may exist',
    paragraphs: [
      'A passkey of your account told a number that it had told before. A copy of it may have been used, so it opens nothing any more.',
    ],
    facts: [['Passkey', notice.name]],
    ways: [{ words: 'See how you sign in', url: links.security }],
    ifYou: 'If you have restored or moved it yourself, remove it and add a new one.',
  })
}

export function numberConfirmed(notice: NoticeOf<'number-confirmed'>, links: Links): Words {
  return ownAct(notice, links, {
    subject: 'Your mobile number is confirmed',
    paragraphs: ['Somebody typed the token that was texted to the mobile number on your account.'],
    facts: [['Number', maskMobileNumber(notice.number)]],
  })
}

const inWords: Record<AddedWay['kind'], { one: string; effect: string }> = {
  app: { one: 'An app for tokens', effect: 'Its tokens sign in, after your password.' },
  passkey: { one: 'A passkey', effect: 'It signs in on the device that holds it.' },
}

function nameOf({ kind, name }: AddedWay): Fact {
  return [kind === 'app' ? 'App' : 'Passkey', name]
}
