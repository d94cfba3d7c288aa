import type { AllWords } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const alerts = {
  'colleague-alarm': (notification, to) => {
    const about = oneLine(notification.about)
    const isDenied = notification.what === 'push-denied'
    return {
      subject: isDenied ? `${about} denied a sign-in request` : `${about} reports: this was not me`,
      paragraphs: [
        isDenied
          ? `Somebody typed the right password of ${about}, and the request on the phone was denied. Nobody was signed in, and no more requests are sent to that phone for now.`
          : `${about} says that somebody else has used the account. It was signed out everywhere, its password opens nothing any more, and a link for a new one was mailed.`,
      ],
      facts: [
        ['Person', about],
        ['When', timeInWords(notification.at)],
      ],
      button: to.isOperator ? undefined : { words: 'Look at the audit log', url: to.auditLog },
      after: [
        `Call ${about}, and do not answer by mail: whoever knows the password may read the mail too. Ask what happened, and whether every way in on the account is known.`,
        ...(isDenied ? ['It may have been a slip of the finger: then there is nothing else to do.'] : []),
      ],
    }
  },

  'account-secured': (notification, to) => ({
    subject: 'Your account is secured: choose a new password',
    paragraphs: [
      'You told us that something on your account was not you. Everybody was signed out of it, the old password opens nothing any more, remembered browsers are forgotten, and no requests are sent to your phone.',
      'A separate mail brings the link for a new password. Use one that you use nowhere else.',
    ],
    facts: [['When', timeInWords(notification.at)]],
    button: { words: 'Get another link', url: to.forgotten },
    after: [
      `After signing in, go through your ways in at ${to.security}, and remove what is not yours. If you cannot sign in, or the phone on your account is not yours, call an admin of ${to.firmName}.`,
      'If you did not tell us that, somebody reads your mail: change the password of your mailbox too.',
    ],
  }),

  'texts-used-up': (notification) => ({
    subject: 'A limit on texts was reached',
    paragraphs: [
      'As many tokens were texted as the settings allow. Until the count goes down no more are texted there; every other way in goes on working.',
    ],
    facts: [
      ['Whose limit', notification.whose],
      ['When', timeInWords(notification.at)],
    ],
    after: [
      'Find out whether people are signing in, or somebody is having texts sent for money. The log names the networks; the limits are settings.',
    ],
  }),

  'vendor-migrations': (notification, to) => ({
    subject: 'Signing in: requests on your phone are going to end',
    paragraphs: [
      'Partner Portal is moving to another service. Requests in the Authy app, and tokens from it, will stop working. Until your firm has moved both work as before, and tokens by text go on.',
      'So that you never wait for a text, add a passkey, or any app that makes tokens, now. It takes a minute.',
    ],
    facts: [['When', timeInWords(notification.at)]],
    button: { words: 'Add a way in', url: to.security },
    after: [`Questions? Ask an admin of ${to.firmName}.`],
  }),
} satisfies Partial<AllWords>
