export const articleNames = ['two-factor-authentication', 'sign-in-methods', 'lost-phone'] as const

export type ArticleName = (typeof articleNames)[number]

type ArticleFacts = { title: string; about: string; updated: string }

export const articles: Record<ArticleName, ArticleFacts> = {
  'two-factor-authentication': {
    title: 'Two-factor authentication',
    about: 'Turn it on for your firm, sign in with your phone, and replace a lost phone.',
    updated: '2026-11-27',
  },
  'sign-in-methods': {
    title: 'Sign-in methods',
    about: 'Passkeys, authenticator apps and recovery codes, and how to secure your account.',
    updated: '2026-11-27',
  },
  'lost-phone': {
    title: 'If you lose your phone',
    about: 'How to sign in again, request a phone reset, and cancel a request.',
    updated: '2026-11-27',
  },
}
