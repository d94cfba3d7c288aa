import { ownAct } from './own-act'
import type { AllWords } from './parts'

export const signIn = {
  'new-browser': (notification, to) =>
    ownAct(notification, to, {
      subject: 'New sign-in to your Partner Portal account',
      paragraphs: ["Someone signed in to your account from a browser you haven't used before."],
      methods: [{ words: 'Review your sessions', url: to.security }],
    }),

  'second-step-failed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Sign-in attempt blocked',
      paragraphs: ["Someone entered your password but didn't pass the second step. Nobody was signed in."],
      ifYou: 'If this was you, try signing in again.',
    }),

  'sign-in-copied': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Sign-in refused in another browser',
      paragraphs: [
        'Someone tried to continue your sign-in in another browser. We refused it. Nobody was signed in there.',
        'A sign-in only works in the browser that started it. A program on your computer may have copied its cookies.',
      ],
      ifYou: 'If this was you, sign in again in that browser.',
    }),

  'push-denied': (notification, to) =>
    ownAct(notification, to, {
      subject: 'You denied a sign-in',
      paragraphs: [
        'A OneTouch alert on your phone was denied, so nobody was signed in. The person signing in had entered your correct password.',
        "We turned off OneTouch alerts for your account and notified your firm's admins.",
      ],
      methods: [{ words: 'Turn OneTouch alerts back on', url: to.security }],
      ifYou:
        'Denied it by mistake? Sign in with another method, then turn OneTouch alerts back on in Account security.',
    }),

  'tokens-locked': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Too many wrong tokens',
      paragraphs: [
        "Too many wrong tokens in a row were entered for your account, so we won't accept tokens for a while. Your open sessions and other sign-in methods still work.",
      ],
      methods: [{ words: 'How tokens work', url: to.help }],
      ifYou: 'If this was you, wait a while and try again, or use another sign-in method.',
    }),

  'tokens-disabled': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Tokens turned off for your account',
      paragraphs: [
        'A hundred wrong tokens in a row were entered for your account, so tokens no longer work. They work again once an admin unlocks them or you set up your phone again.',
        'Your open sessions, OneTouch alerts, passkeys and recovery codes still work.',
      ],
      ifYou: 'If this was you, ask an admin of your firm to unlock tokens.',
    }),

  'codes-locked': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Too many wrong recovery codes',
      paragraphs: [
        "Too many wrong recovery codes in a row were entered for your account, so we won't accept recovery codes for a while. Your open sessions and other sign-in methods still work.",
      ],
      ifYou: 'If this was you, wait a while and try again, or use another sign-in method.',
    }),

  'browser-trusted': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Trusted browser added to your account',
      paragraphs: ['For the next few days, signing in from this browser takes only your password.'],
      methods: [{ words: 'Review trusted browsers', url: to.security }],
    }),

  'session-guessed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'Signed out after too many wrong passwords',
      paragraphs: [
        'Ten wrong passwords were entered today in a browser signed in to your account. We ended that session.',
      ],
      ifYou: 'If this was you, sign in again. Forgot your password? Reset it on the sign-in page.',
    }),

  'password-changed': (notification, to) =>
    ownAct(notification, to, {
      subject: 'New password set for your account',
      paragraphs: ['A new password was set for your account. We ended your sessions in other browsers.'],
    }),
} satisfies Partial<AllWords>
