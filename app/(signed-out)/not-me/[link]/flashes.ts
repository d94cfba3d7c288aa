export const notMeFlashes = {
  'too-many-tries': 'Too many tries from your network. Wait 15 minutes and try again, or',
}

export type NotMeFlash = keyof typeof notMeFlashes
