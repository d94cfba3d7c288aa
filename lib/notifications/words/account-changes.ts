import type { AllWords, Fact } from './parts'
import { timeInWords } from './plain-text'

export const accountChanges = {
  'number-changed': (notification, to) => ({
    subject: 'Your mobile number was changed',
    paragraphs: [
      'The mobile number on your account was changed. Tokens and sign-in requests go to the new number.',
    ],
    facts: [
      ...changedBy(notification),
      ['Before', notification.before ?? 'none'],
      ['Now', notification.after ?? 'none'],
    ],
    button: { words: 'See how you sign in', url: to.security },
    links: [{ words: 'This was not me', url: to.notMe }],
    after: [
      unexpected(to.firmName),
      'If you are named above and did not do it, press "This was not me": the page that opens signs everybody out of your account and mails you a link for a new password.',
    ],
  }),

  'role-changed': (notification, to) => ({
    subject: 'Your role was changed',
    paragraphs: [`Your role at ${to.firmName} was changed. Sign in again to see what you can do now.`],
    facts: [...changedBy(notification), ['Before', notification.before], ['Now', notification.after]],
    button: { words: 'Sign in', url: to.signIn },
    after: [unexpected(to.firmName)],
  }),

  deactivated: (notification, to) => ({
    subject: 'Your account was deactivated',
    paragraphs: [
      `Your account at ${to.firmName} was deactivated. You are signed out everywhere and cannot sign in any more.`,
    ],
    facts: changedBy(notification),
    after: [unexpected(to.firmName)],
  }),

  reactivated: (notification, to) => ({
    subject: 'Your account is active again',
    paragraphs: [`Your account at ${to.firmName} is active again.`],
    facts: changedBy(notification),
    button: { words: 'Sign in', url: to.signIn },
    after: [`If you do not remember your password, choose a new one at ${to.forgotten}.`],
  }),

  'rule-switched': (notification, to) => {
    if (notification.on) {
      return {
        subject: `Two-factor authentication is on for ${to.firmName}`,
        paragraphs: [
          `Two-factor authentication is now required for ${to.firmName}. Everyone is asked for a second step: approving a request in the Authy app, or typing a token.`,
        ],
        facts: changedBy(notification),
        button: { words: 'Read how signing in works now', url: to.help },
        after: ['If you did not expect this, ask the other admins of your firm.'],
      }
    }
    return {
      subject: `Two-factor authentication is off for ${to.firmName}`,
      paragraphs: [
        `Two-factor authentication is no longer required for ${to.firmName}. From now on a password alone opens an account.`,
      ],
      facts: changedBy(notification),
      button: { words: 'Manage Employees', url: to.employees },
      after: ['If you did not expect this, switch it on again and ask the other admins of your firm.'],
    }
  },
} satisfies Partial<AllWords>

function changedBy({ at, by }: { at: string; by: string }): Fact[] {
  return [
    ['When', timeInWords(at)],
    ['By', by],
  ]
}

function unexpected(firm: string): string {
  return `If you did not expect this, ask an admin of ${firm} at once.`
}
