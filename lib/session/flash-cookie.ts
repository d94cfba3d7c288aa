export const flashCookieName = '__Host-flash'

export const flashCookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const

/** `key` names a sentence of the page at `path`, `about` an id that the page looks up for the person who asks. */
export type Flash = { path: string; key: string; about: string }

export function writeFlash({ path, key, about }: Flash): string {
  return new URLSearchParams({ path, key, about }).toString()
}

export function parseFlash(value: string): Flash {
  const flash = new URLSearchParams(value)
  return { path: flash.get('path') ?? '', key: flash.get('key') ?? '', about: flash.get('about') ?? '' }
}

/** Takes the cookie away from the browser, while the page that is being asked for still reads it. */
export const endFlash = `${flashCookieName}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`
