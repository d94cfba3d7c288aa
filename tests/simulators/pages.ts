import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homePage, homeSections } from './home-page'
import { liveAnswer, type Sections } from './html'
import type { Answer, Call } from './http'
import { json, refusal } from './http'
import { type MailboxView, mailboxPage, mailboxSections } from './mailbox-page'
import { phonePage, phoneSections } from './phone-page'
import type { World } from './world'

const font = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
const assets: Record<string, { type: string; file: () => string | URL }> = {
  '/phone-page.css': { type: 'text/css; charset=utf-8', file: () => beside('phone-page.css') },
  '/phone-page.client.js': {
    type: 'text/javascript; charset=utf-8',
    file: () => beside('phone-page.client.js'),
  },
  '/inter.woff2': { type: 'font/woff2', file: () => createRequire(import.meta.url).resolve(font) },
}

/** Mails bring their own inline styles, and the frame that shows them inherits this policy. */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'"

export function answerAsset(call: Call): Answer | undefined {
  const asset = assets[call.path]
  if (!asset) return undefined
  return { status: 200, headers: { 'Content-Type': asset.type }, body: readFileSync(asset.file()) }
}

export function answerPage(world: World, call: Call): Answer | undefined {
  const [, kind, id = ''] = call.path.split('/')
  const digits = id.replace(/\D/g, '')
  if (call.path === '/') return pageAnswer(homePage(world))
  if (kind === 'phones' && digits) return pageAnswer(phonePage(world, digits))
  if (kind === 'mailbox') return pageAnswer(mailboxPage(world, mailboxView(call, id)))
  return undefined
}

/** What the script of a page asks for every second: the same sections that the page was built from. */
export function answerLive(world: World, call: Call): Answer {
  const [, , kind, id] = call.path.split('/')
  const sections = liveSections(world, call, kind, id)
  return sections ? json(liveAnswer(sections)) : refusal(404, 'Not found.')
}

function liveSections(world: World, call: Call, kind = '', id?: string): Sections | undefined {
  if (kind === '') return homeSections(world)
  if (kind === 'phones' && id) return phoneSections(world, id)
  if (kind === 'mailbox') return mailboxSections(world, mailboxView(call, id))
  return undefined
}

function mailboxView(call: Call, id: string | undefined): MailboxView {
  return { to: call.query.get('to'), id: id || null }
}

function pageAnswer(body: string): Answer {
  return { status: 200, headers: { 'Content-Security-Policy': contentPolicy }, body }
}

function beside(name: string): URL {
  return new URL(name, import.meta.url)
}
