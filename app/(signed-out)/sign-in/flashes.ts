/** Why the person is at the sign-in page, or at its second step, after an action. */
export const signInFlashes = {
  'signed-out': "You're signed out.",
  'wrong-passwords': 'You were signed out after too many wrong passwords. Sign in again.',
  'password-saved': 'Password saved. Sign in with it now.',
}

export const secondStepFlashes = { 'phone-ready': 'Your new phone is ready. Sign in with it now.' }

export type SignInFlash = keyof typeof signInFlashes
export type SecondStepFlash = keyof typeof secondStepFlashes
