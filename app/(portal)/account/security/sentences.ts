import type { ChangePasswordRefusal } from '@/lib/account/change-password'
import { passwordSentences } from '@/lib/passwords/rules'

/** What the last action did. */
export const doneSentences = {
  'session-ended': 'Session ended.',
  'others-ended': 'All other sessions ended.',
  'app-added': 'Authenticator app added. We signed you out in other browsers.',
  'passkey-added': 'Passkey added. We signed you out in other browsers.',
  'email-changed': 'Email address changed. Sign in with the new one from now on.',
  renamed: 'Name saved.',
  removed: 'Sign-in method removed. We signed you out in other browsers.',
  'pushes-on': 'OneTouch alerts are back on.',
  'browser-forgotten': 'Browser removed. It will be asked for a second step again.',
  'browsers-forgotten': 'All trusted browsers removed. They will be asked for a second step again.',
}

export type SecurityFlash = keyof typeof doneSentences

export const changePasswordSentences: Record<
  Exclude<ChangePasswordRefusal, 'proof-needed' | 'session-ended'>,
  string
> = {
  ...passwordSentences,
  'wrong-password': "That isn't your current password.",
  unchanged: "That's already your password. Choose another one.",
  'too-many-wrong':
    'Too many wrong passwords today. Try again {when}, or sign out and reset your password by email.',
  busy: 'Many people are signing in right now. Wait ten seconds and try again.',
}

export const goneSentence = 'This sign-in method no longer exists.'

export const lastMethodSentence =
  'This is your last sign-in method that your firm allows. Add another one before you remove it.'
