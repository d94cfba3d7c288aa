import { createHash } from 'node:crypto'
import type { GateRefusal } from './gate-rules'

type Words = { status: number; title: string; sentence: string }

export type RefusalPage = GateRefusal | 'unavailable' | 'other-build'

export const refusalWords: Record<RefusalPage, Words> = {
  'foreign-address': {
    status: 421,
    title: 'Wrong address',
    sentence: "The portal doesn't have this address. Nothing was changed. Open the portal and try again.",
  },
  'unreadable-address': {
    status: 400,
    title: 'Page not found',
    sentence: "This address can't be read. Open the link in your email again, or copy all of it.",
  },
  method: {
    status: 405,
    title: "This page can't do that",
    sentence: 'Open the portal and use its buttons.',
  },
  'foreign-form': {
    status: 403,
    title: 'Form not accepted',
    sentence:
      'The form came from outside the portal, or your browser hides where it came from. Nothing was changed. Open the portal and try again.',
  },
  'too-large': {
    status: 413,
    title: 'Too much text',
    sentence: 'The portal accepts forms of up to 64 kB. Nothing was saved. Go back and shorten your text.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    sentence: "The portal can't answer right now. Go back and try again in a moment.",
  },
  'other-build': {
    status: 400,
    title: 'The portal was updated',
    sentence: 'The portal was updated. <a href="">Reload to continue</a>.',
  },
}

const style = `:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { margin: 0; background: light-dark(#f8f9fb, #14171c); color: light-dark(#1d222b, #eef0f3) }
main { max-width: 25rem; margin: 20vh auto 0; padding: 0 1rem }
h1 { font-size: 1.5rem }
a { color: light-dark(#2f5fc4, #8db4ff) }`

const styleHash = createHash('sha256').update(style).digest('base64')

export const refusalPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'`

/** Plain, and without the framework: it also has to work for requests that the framework never gets. */
export function refusalPage(refusal: RefusalPage, portalUrl: string): string {
  const { title, sentence } = refusalWords[refusal]
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Partner Portal</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${sentence}</p><p><a href="${portalUrl}/">Open the portal</a></p></main></body>
</html>
`
}
