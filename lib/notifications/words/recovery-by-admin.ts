import { ownAct } from './own-act'
import type { AllWords, Fact, Links } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const recoveryByAdmin = {
  'one-time-pass-made': (notification, to) => ({
    subject: 'A one-time pass was made for you',
    paragraphs: [
      'An admin has made a one-time pass for your account. You get it from the admin, never by mail.',
      'It works once, for an hour, and only after your password. It opens nothing but the page for setting up your phone.',
    ],
    facts: recovered(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [unasked(to.firmName, to)],
  }),

  'methods-reset': (notification, to) => ({
    subject: 'Your second step was reset',
    paragraphs: [
      'An admin has removed the phone from your account. It no longer works for signing in, and you are signed out everywhere.',
      'A separate mail brings the link for setting up your phone again.',
    ],
    facts: recovered(notification),
    after: [unasked(to.firmName, to)],
  }),

  'signed-out': (notification, to) => ({
    subject: 'You were signed out everywhere',
    paragraphs: ['An admin has ended all your sessions. Your password and your phone are as they were.'],
    facts: recovered(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [unasked(to.firmName, to)],
  }),

  'tokens-unlocked': (notification, to) => ({
    subject: 'Tokens work again for your account',
    paragraphs: [
      'Too many wrong tokens or recovery codes had been typed for your account. An admin has unlocked them: you can sign in with them again.',
    ],
    facts: recovered(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [unasked(to.firmName, to)],
  }),

  'phone-enrolled': (notification, to) =>
    ownAct(notification, to, {
      subject: 'A phone was set up for your account',
      paragraphs: [
        'A phone was set up for signing in to your account. A phone that was set up before no longer works, and its sessions have ended.',
      ],
      methods: [{ words: 'See how you sign in', url: to.security }],
    }),

  'recovery-asked': (notification, to) => {
    const [by, about] = [oneLine(notification.by), oneLine(notification.about)]
    return {
      subject: `${by} asks to help ${about} with signing in`,
      paragraphs: [
        `${by} wants to help ${about} with the second step. Both are admins, so nothing happens until ${about} or another admin confirms it.`,
      ],
      facts: [
        ['When', timeInWords(notification.at)],
        ['Asked by', by],
        ['For', about],
        ['Reason', notification.reason],
      ],
      button: { words: 'See the request', url: to.requests },
      after: [
        `Confirm it only if you know that it is right: speak with ${by} and ${about} first. Refuse it if in doubt.`,
      ],
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

function unasked(firm: string, links: Links): string {
  return `If you did not expect this, choose a new password at ${links.forgotten} and ask another admin of ${firm} at once.`
}
