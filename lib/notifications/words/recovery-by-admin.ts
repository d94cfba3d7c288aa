import { ownAct } from './own-act'
import type { AllWords, Fact, Links } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const recoveryByAdmin = {
  'one-time-pass-made': (notification, to) => ({
    subject: 'One-time pass created for you',
    paragraphs: [
      'An admin created a one-time pass for your account. The admin gives it to you directly; we never email it.',
      'It works once, within an hour, and only after your password. It only lets you set up your phone.',
    ],
    facts: recovered(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [unexpected(to.firmName, to)],
  }),

  'methods-reset': (notification, to) => ({
    subject: 'Your phone was removed from your account',
    paragraphs: [
      'An admin removed the phone from your account. It no longer works for sign-in, and we signed you out everywhere.',
      "We'll send the link to set up your phone in a separate email.",
    ],
    facts: recovered(notification),
    after: [unexpected(to.firmName, to)],
  }),

  'signed-out': (notification, to) => ({
    subject: 'You were signed out everywhere',
    paragraphs: ["An admin ended all your sessions. Your password and sign-in methods haven't changed."],
    facts: recovered(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [unexpected(to.firmName, to)],
  }),

  'tokens-unlocked': (notification, to) => ({
    subject: 'Tokens unlocked for your account',
    paragraphs: [
      'Tokens were locked after too many wrong tokens or recovery codes. An admin unlocked them, so you can sign in with them again.',
    ],
    facts: recovered(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [unexpected(to.firmName, to)],
  }),

  'phone-enrolled': (notification, to) =>
    ownAct(notification, to, {
      subject: 'New phone set up for your account',
      paragraphs: [
        'A phone was set up to sign in to your account. Any earlier phone no longer works, and its sessions have ended.',
      ],
      methods: [{ words: 'Review your sign-in methods', url: to.security }],
    }),

  'recovery-asked': (notification, to) => {
    const [by, about] = [oneLine(notification.by), oneLine(notification.about)]
    return {
      subject: `${by} asked to help ${about} sign in`,
      paragraphs: [
        `${by} wants to help ${about} with the second step. Both are admins, so nothing happens until ${about} or another admin confirms it.`,
      ],
      facts: [
        ['When', timeInWords(notification.at)],
        ['Requested by', by],
        ['For', about],
        ['Reason', notification.reason],
      ],
      button: { words: 'Review the request', url: to.requests },
      after: [`Talk to ${by} and ${about} first. Confirm only if you're sure; otherwise, decline.`],
    }
  },
} satisfies Partial<AllWords>

function recovered({ at, by, reason }: { at: string; by: string; reason: string }): Fact[] {
  return [
    ['When', timeInWords(at)],
    ['By', by],
    ['Reason', reason],
  ]
}

function unexpected(firm: string, links: Links): string {
  return `Didn't expect this? Reset your password at ${links.forgotten} and contact another admin at ${firm} right away.`
}
