import { type Fact, timeInWords } from './letter'
import type { Links, NoticeOf, Words } from './notice-letter'

export function newBrowser(notice: NoticeOf<'new-browser'>, links: Links): Words {
  return {
    subject: 'New sign-in to your Partner Portal account',
    paragraphs: ['Somebody signed in to your account from a browser that you had not used before.'],
    facts: seen(notice),
    button: { words: 'Look at your sessions', url: links.security },
    after: [
      'If this was you, there is nothing to do.',
      `If it was not you, end that session on the page above, choose a new password at ${links.forgotten} and tell an admin of your firm.`,
    ],
  }
}

export function secondStepFailed(notice: NoticeOf<'second-step-failed'>, links: Links): Words {
  return {
    subject: 'Sign-in stopped at the second step',
    paragraphs: [
      'Somebody typed your right password, and then could not complete the second step. Nobody was signed in.',
    ],
    facts: seen(notice),
    button: newPassword(links),
    after: [
      'If this was you, just try again.',
      'If it was not you, somebody knows your password: choose a new one now, and use it nowhere else.',
    ],
  }
}

export function pushDenied(notice: NoticeOf<'push-denied'>, links: Links): Words {
  return {
    subject: 'You denied a sign-in request',
    paragraphs: [
      'The sign-in request on your phone was denied. Nobody was signed in. Whoever asked for it had typed your right password.',
    ],
    facts: seen(notice),
    button: newPassword(links),
    after: ['If you were not signing in yourself, somebody knows your password: choose a new one now.'],
  }
}

export function tokensLocked(notice: NoticeOf<'tokens-locked'>, links: Links): Words {
  return {
    subject: 'Too many wrong tokens',
    paragraphs: [
      'Many wrong tokens in a row were typed for your account, so tokens are refused for a while. Open sessions go on working, and so does approving on your phone.',
    ],
    facts: seen(notice),
    button: newPassword(links),
    after: [
      `If this was you, wait a little. ${links.help} tells how tokens work.`,
      'If it was not you, somebody knows your password: choose a new one now.',
    ],
  }
}

export function passwordSet(notice: NoticeOf<'password-changed'>, links: Links): Words {
  return {
    subject: 'Your password was set',
    paragraphs: ['A new password was set for your account. Sessions in other browsers have ended.'],
    facts: seen(notice),
    button: { words: 'This was not me', url: links.forgotten },
    after: [
      'If this was you, there is nothing to do.',
      'If it was not you, choose a new password with the link above and tell an admin of your firm at once.',
    ],
  }
}

function newPassword(links: Links) {
  return { words: 'Choose a new password', url: links.forgotten }
}

function seen({ at, place, browser }: { at: string; place: string; browser: string }): Fact[] {
  return [
    ['When', timeInWords(at)],
    ['Where', place],
    ['Browser', browser],
  ]
}
