import { maskEmail } from '@/lib/contact/email-address'
import type { NotificationOf } from './notification'
import { ownAct, secureAccount } from './own-act'
import type { AllWords, Fact } from './parts'
import { timeInWords } from './plain-text'

export const accountChanges = {
  'number-changed': (notification, to) => ({
    subject: 'Your mobile phone number was changed',
    paragraphs: [
      'The mobile phone number on your account was changed. Tokens and OneTouch alerts now go to the new number.',
    ],
    facts: [
      ...changedBy(notification),
      ['Old number', notification.before ?? 'none'],
      ['New number', notification.after ?? 'none'],
    ],
    button: { words: 'Review your sign-in methods', url: to.security },
    links: [secureAccount(to)],
    after: [
      unexpected(to.firmName),
      'If you\'re named above but didn\'t make this change, select "Secure your account". On the page that opens you can sign everyone out and get a link to set a new password.',
    ],
  }),

  'email-change-asked': (notification, to) => ({
    subject: 'Your email address is being changed',
    paragraphs: [
      `An admin at ${to.firmName} wants to change your email address to ${notification.after}. We sent a link to that mailbox. Until you confirm it there, you sign in with this address.`,
    ],
    facts: changedBy(notification),
    button: secureAccount(to),
    after: [unexpected(to.firmName), 'The change ends if nobody confirms it within 3 days.'],
  }),

  'email-changed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Your email address was changed',
      paragraphs: [
        `You now sign in with ${maskEmail(notification.after)}. The old address, ${maskEmail(notification.before)}, no longer works, and we'll send emails only to the new one.`,
      ],
    }),

  'role-changed': (notification, to) => ({
    subject: 'Your role was changed',
    paragraphs: [`Your role at ${to.firmName} was changed. Sign in again to see what you can do now.`],
    facts: [...changedBy(notification), ['Old role', notification.before], ['New role', notification.after]],
    button: { words: 'Sign in', url: to.signIn },
    after: [unexpected(to.firmName)],
  }),

  deactivated: (notification, to) => ({
    subject: 'Your account was deactivated',
    paragraphs: [
      `Your account at ${to.firmName} was deactivated. You're signed out everywhere and can no longer sign in.`,
    ],
    facts: changedBy(notification),
    after: [unexpected(to.firmName)],
  }),

  reactivated: (notification, to) => ({
    subject: 'Your account was reactivated',
    paragraphs: [`Your account at ${to.firmName} is active again. You can sign in.`],
    facts: changedBy(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [`Forgot your password? Reset it at ${to.forgotten}.`],
  }),

  'second-step-required': (notification, to) => ({
    subject: `You'll need a second step to sign in to Partner Portal`,
    paragraphs: [
      `${to.firmName} turned on two-factor authentication. From your next sign-in, your password is not enough: you also ${secondSteps(notification)}.`,
      ...gettingReady(notification),
      'We never ask for your password or a token by email or phone.',
    ],
    facts: changedBy(notification),
    button: { words: 'How to get ready', url: to.help },
    after: [`Questions? Ask an admin at ${to.firmName}.`],
  }),

  'rule-switched': (notification, to) => {
    if (notification.on) {
      return {
        subject: `Two-factor authentication is on for ${to.firmName}`,
        paragraphs: [
          `${to.firmName} now requires two-factor authentication. Everyone needs a second step to sign in, such as approving a OneTouch alert in the Authy app or entering a token.`,
        ],
        facts: changedBy(notification),
        button: { words: 'Learn how to sign in', url: to.help },
        after: ["Didn't expect this? Check with your firm's other admins."],
      }
    }
    return {
      subject: `Two-factor authentication is off for ${to.firmName}`,
      paragraphs: [
        `${to.firmName} no longer requires two-factor authentication. People can now sign in with just a password.`,
      ],
      facts: [
        ...changedBy(notification),
        ...(notification.reason ? [['Reason', notification.reason] as Fact] : []),
      ],
      button: { words: 'Manage Employees', url: to.employees },
      after: ["Didn't expect this? Turn it back on and check with your firm's other admins."],
    }
  },
} satisfies Partial<AllWords>

type Required = NotificationOf<'second-step-required'>

function secondSteps({ allowsPush, allowsApp, allowsText, minimum }: Required): string {
  if (minimum === 'passkey') return 'use a passkey'
  const steps = [
    allowsPush && 'approve a OneTouch alert in the Authy app',
    allowsApp && 'enter a token from an app',
    allowsText && minimum === 'any' && 'enter a token from a text',
    'use a passkey',
  ].filter((step) => step !== false)
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(steps)
}

function gettingReady({ allowsPush, minimum }: Required): string[] {
  if (minimum === 'passkey')
    return [
      "To get ready, check that your device has a fingerprint reader, a camera for your face or a PIN. You'll add the passkey at your next sign-in.",
    ]
  return allowsPush
    ? [
        'To get ready, install the Authy app on the phone whose number is on file for you, and open it with that number.',
      ]
    : ["To get ready, keep your phone nearby; you'll set up the rest at your next sign-in."]
}

function changedBy({ at, by }: { at: string; by: string }): Fact[] {
  return [
    ['When', timeInWords(at)],
    ['By', by],
  ]
}

function unexpected(firm: string): string {
  return `Didn't expect this? Contact an admin at ${firm} right away.`
}
