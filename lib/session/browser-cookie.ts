export const browserCookieName = '__Host-browser'

export const browserCookieOptions = {
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 400 * 24 * 60 * 60,
} as const

/** A page with a password needs its answer to find this cookie, or the browser blocks cookies and nobody could sign in. */
export function isPlantedOn(path: string): boolean {
  return /^\/(sign-in$|new-phone\/|confirm-number\/)/.test(path)
}
