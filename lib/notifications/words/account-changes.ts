import type { Fact, Links, NotificationOf, Words } from './parts'
import { timeInWords } from './plain-text'

export function numberChanged(
  notification: NotificationOf<'number-changed'>,
  links: Links,
  firm: string,
): Words {
  return {
    subject: 'Your mobile number was changed',
    paragraphs: [
      'The mobile number on your account was changed. Tokens and sign-in requests go to the new number.',
    ],
    facts: [
      ...changedBy(notification),
      ['Before', numberInWords(notification.before)],
      ['Now', numberInWords(notification.after)],
    ],
    button: { words: 'See how you sign in', url: links.security },
    links: [{ words: 'This was not me', url: links.notMe }],
    after: [
      unexpected(firm),
      'If you are named above and did not do it, press "This was not me": the page that opens signs everybody out of your account and mails you a link for a new password.',
    ],
  }
}

export function roleChanged(notification: NotificationOf<'role-changed'>, links: Links, firm: string): Words {
  return {
    subject: 'Your role was changed',
    paragraphs: [`Your role at ${firm} was changed. Sign in again to see what you can do now.`],
    facts: [...changedBy(notification), ['Before', notification.before], ['Now', notification.after]],
    button: { words: 'Sign in', url: links.signIn },
    after: [unexpected(firm)],
  }
}

export function deactivated(notification: NotificationOf<'deactivated'>, firm: string): Words {
  return {
    subject: 'Your account was deactivated',
    paragraphs: [
      `Your account at ${firm} was deactivated. You are signed out everywhere and cannot sign in any more.`,
    ],
    facts: changedBy(notification),
    after: [unexpected(firm)],
  }
}

export function reactivated(notification: NotificationOf<'reactivated'>, links: Links, firm: string): Words {
  return {
    subject: 'Your account is active again',
    paragraphs: [`Your account at ${firm} is active again.`],
    facts: changedBy(notification),
    button: { words: 'Sign in', url: links.signIn },
    after: [`If you do not remember your password, choose a new one at ${links.forgotten}.`],
  }
}

export function ruleSwitched(
  notification: NotificationOf<'rule-switched'>,
  links: Links,
  firm: string,
): Words {
  if (notification.on) {
    return {
      subject: `Two-factor authentication is on for ${firm}`,
      paragraphs: [
        `Two-factor authentication is now required for ${firm}. Everyone is asked for a second step: approving a request in the Authy app, or typing a token.`,
      ],
      facts: changedBy(notification),
      button: { words: 'Read how signing in works now', url: links.help },
      after: ['If you did not expect this, ask the other admins of your firm.'],
    }
  }
  return {
    subject: `Two-factor authentication is off for ${firm}`,
    paragraphs: [
      `Two-factor authentication is no longer required for ${firm}. From now on a password alone opens an account.`,
    ],
    facts: changedBy(notification),
    button: { words: 'Manage Employees', url: links.employees },
    after: ['If you did not expect this, switch it on again and ask the other admins of your firm.'],
  }
}

function changedBy({ at, by }: { at: string; by: string }): Fact[] {
  return [
    ['When', timeInWords(at)],
    ['By', by],
  ]
}

function unexpected(firm: string): string {
  return `If you did not expect this, ask an admin of ${firm} at once.`
}

function numberInWords(number: string | null): string {
  return number ? `ending ${number.replace(/\D/g, '').slice(-4)}` : 'none'
}
