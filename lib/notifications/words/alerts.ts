import type { AllWords } from './parts'
import { oneLine, timeInWords } from './plain-text'

export const alerts = {
  'admin-alert': (notification, to) => {
    const about = oneLine(notification.about)
    const isDenied = notification.what === 'push-denied'
    return {
      subject: isDenied ? `${about} denied a sign-in` : `${about} reported suspicious activity`,
      paragraphs: [
        isDenied
          ? `Someone entered ${about}'s correct password, and the OneTouch alert on the phone was denied. Nobody was signed in, and OneTouch alerts to that phone are now turned off.`
          : `${about} reported activity they don't recognize. We signed the account out everywhere, blocked its password and emailed a link to set a new one.`,
      ],
      facts: [
        ['Person', about],
        ['When', timeInWords(notification.at)],
      ],
      button: to.isOperator ? undefined : { words: 'View the audit log', url: to.auditLog },
      after: [
        `Call ${about}. Don't email: someone who knows the password may also read the mailbox. Ask what happened, and whether they recognize every sign-in method on the account.`,
        ...(isDenied ? [`If ${about} denied it by mistake, you don't need to do anything else.`] : []),
      ],
    }
  },

  'account-secured': (notification, to) => ({
    subject: 'Your account is secured: set a new password',
    paragraphs: [
      "You reported activity you don't recognize. We signed everyone out of your account, blocked your password, removed your trusted browsers and turned off OneTouch alerts.",
      "We'll send the link to set a new password in a separate email. Choose a password you don't use anywhere else.",
    ],
    facts: [['When', timeInWords(notification.at)]],
    button: { words: 'Get another link', url: to.forgotten },
    after: [
      `After you sign in, review your sign-in methods at ${to.security} and remove any you don't recognize. If you can't sign in, or the phone on your account isn't yours, call an admin at ${to.firmName}.`,
      "If you didn't report this, someone may be reading your email. Change your mailbox password too.",
    ],
  }),

  'texts-used-up': (notification) => ({
    subject: 'Text message limit reached',
    paragraphs: [
      "We've texted as many tokens as this limit allows. We'll text no more until the count drops. Other sign-in methods still work.",
    ],
    facts: [
      ['Limit', notification.whose],
      ['When', timeInWords(notification.at)],
    ],
    after: [
      'Check whether people are signing in or someone is triggering texts to earn money (toll fraud). The log lists the networks. You can change the limits in the settings.',
    ],
  }),

  'vendor-migrations': (notification, to) => ({
    subject: 'OneTouch alerts are ending: add a sign-in method',
    paragraphs: [
      'Partner Portal is moving away from Authy. OneTouch alerts and tokens from the Authy app keep working until your firm has moved, and then stop. Text tokens will still work.',
      "Add a passkey or an authenticator app now so you don't depend on text messages. It takes a minute.",
    ],
    facts: [['When', timeInWords(notification.at)]],
    button: { words: 'Add a sign-in method', url: to.security },
    after: [`Questions? Ask an admin at ${to.firmName}.`],
  }),
} satisfies Partial<AllWords>
