import { ownAct } from './own-act'
import type { AllWords } from './parts'

export const signIn = {
  'new-browser': (notification, to) =>
    ownAct(notification, to, {
      subject: 'New sign-in to your Partner Portal account',
      paragraphs: ['Somebody signed in to your account from a browser that you had not used before.'],
      methods: [{ words: 'Look at your sessions', url: to.security }],
    }),

  'second-step-failed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Sign-in stopped at the second step',
      paragraphs: [
        'Somebody typed your right password, and then could not complete the second step. Nobody was signed in.',
      ],
      ifYou: 'If this was you, just try again.',
    }),

  'push-denied': (notification, to) =>
    ownAct(notification, to, {
      subject: 'You denied a sign-in request',
      paragraphs: [
        'The sign-in request on your phone was denied, and nobody was signed in. Whoever asked for it had typed your right password.',
        'No more requests are sent to your phone until you switch them on again, and the admins of your firm were told.',
      ],
      methods: [{ words: 'Switch requests on again', url: to.security }],
      ifYou:
        'By mistake? If you were signing in yourself, sign in with a token, a passkey or a recovery code, and then switch requests on again.',
    }),

  'tokens-locked': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Too many wrong tokens',
      paragraphs: [
        'Many wrong tokens in a row were typed for your account, so tokens are refused for a while. Open sessions go on working, and so do your other ways in.',
      ],
      methods: [{ words: 'Read how tokens work', url: to.help }],
      ifYou: 'If this was you, wait a little and try again.',
    }),

  'tokens-disabled': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Tokens are switched off for your account',
      paragraphs: [
        'A hundred wrong tokens in a row were typed for your account. Tokens are refused from now on, until an admin unlocks them or you set up your phone again. Open sessions go on working, and so do requests on your phone, passkeys and recovery codes.',
      ],
      ifYou: 'If this was you, ask an admin of your firm to unlock tokens.',
    }),

  'codes-locked': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Too many wrong recovery codes',
      paragraphs: [
        'Many wrong recovery codes in a row were typed for your account, so recovery codes are refused for a while. Open sessions go on working, and so do your other ways in.',
      ],
      ifYou: 'If this was you, wait a little and try again, or use another way in.',
    }),

  'browser-trusted': (notification, to) =>
    ownAct(notification, to, {
      subject: 'A browser is remembered for your account',
      paragraphs: ['For some days this browser is asked for your password only, not for the second step.'],
      methods: [{ words: 'Look at the remembered browsers', url: to.security }],
    }),

  'password-changed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Your password was set',
      paragraphs: ['A new password was set for your account. Sessions in other browsers have ended.'],
    }),
} satisfies Partial<AllWords>
