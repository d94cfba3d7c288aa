export const checkupFlashes = { tried: 'It works' }

export type CheckupFlash = keyof typeof checkupFlashes
