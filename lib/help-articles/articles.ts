/** The help articles, by their address under /help. */
export const articleNames = ['two-factor-authentication', 'sign-in-methods', 'lost-phone'] as const

export type ArticleName = (typeof articleNames)[number]

type ArticleFacts = { title: string; about: string; updated: string }

export const articles: Record<ArticleName, ArticleFacts> = {
  'two-factor-authentication': {
    title: 'Two-factor authentication',
    about: 'Turning it on for a firm, signing in with a phone, and what to do when the phone is gone.',
    updated: '2026-11-24',
  },
  'sign-in-methods': {
    title: 'Your ways to sign in',
    about: 'Passkeys, authenticator apps, recovery codes, and what to do when something was not you.',
    updated: '2026-11-24',
  },
  'lost-phone': {
    title: 'If you lose your phone',
    about: 'The quickest way back in, what a request for a new phone involves, and how to stop one.',
    updated: '2026-11-24',
  },
}
