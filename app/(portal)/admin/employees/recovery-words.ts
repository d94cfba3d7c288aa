import type { RecoveryKind } from '@/prisma/client/enums'

export type RecoveryWords = {
  kind: RecoveryKind
  title: string
  about: string[]
  reasonHint: string
  button: string
}

/** What each kind of help is called, does and tells whom. */
export function recoveryWords(kind: RecoveryKind, name: string, isAsked: boolean): RecoveryWords {
  const { effect, button, askButton } = words[kind]
  const asked = `${name} is an admin: nothing happens until ${name} or another admin confirms it on Requests, within 24 hours. You cannot confirm it yourself. ${name} and the other admins are told at once.`
  return {
    kind,
    title: recoveryTitles[kind],
    about: [effect(name), isAsked ? asked : `${name} is told by mail, with your name and the reason.`],
    reasonHint: `${name} reads it too, and it stays in the audit log.`,
    button: isAsked ? askButton : button,
  }
}

export const recoveryTitles: Record<RecoveryKind, string> = {
  one_time_pass: 'Send a one-time pass',
  reset: 'Reset second step',
  sign_out: 'Sign out everywhere',
  unlock: 'Unlock tokens',
}

type Words = { effect: (name: string) => string; button: string; askButton: string }

const words: Record<RecoveryKind, Words> = {
  one_time_pass: {
    effect: (name) =>
      `Shows you a pass once, to read out to ${name}. After the password it opens the page to set up another phone, and nothing else. It works once, within an hour. Be sure that it is really ${name}: the voice of somebody who has called you is not enough.`,
    button: 'Make the pass',
    askButton: 'Ask for a pass',
  },
  reset: {
    effect: (name) =>
      `The phone that ${name} signs in with stops working for this, all sessions end, and ${name} gets a mail with a link to set up a phone anew. The account, its role and its place in the firm stay as they are.`,
    button: 'Reset second step',
    askButton: 'Ask for a reset',
  },
  sign_out: {
    effect: (name) =>
      `Ends all sessions of ${name}, and every sign-in that has begun. ${name} can sign in again at once.`,
    button: 'Sign out everywhere',
    askButton: 'Ask to sign out',
  },
  unlock: {
    effect: (name) =>
      `Too many wrong tokens or recovery codes were typed for ${name}, so they are locked or switched off. This takes them again; password, phone and sessions stay as they are. Ask ${name} first: if it was somebody else, that person knows the password.`,
    button: 'Unlock tokens',
    askButton: 'Ask to unlock',
  },
}
