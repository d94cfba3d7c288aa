/** The help articles, by their address under /help. */
export const articleNames = ['two-factor-authentication'] as const

export type ArticleName = (typeof articleNames)[number]

type ArticleFacts = { title: string; about: string; updated: string }

export const articles: Record<ArticleName, ArticleFacts> = {
  'two-factor-authentication': {
    title: 'Two-factor authentication',
    about: 'Turning it on for a firm, signing in with a phone, and what to do when the phone is gone.',
    updated: '2026-11-24',
  },
}
