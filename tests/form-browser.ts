import { type Form, type PageParts, readPage } from './form-reader'

export type Answer = PageParts & {
  status: number
  headers: Headers
  /** Where a redirect points, as path and query when it stays in the portal. */
  location: string | null
  body: string
  path: string
}

type Wishes = { headers?: Record<string, string>; follow?: boolean }

type PostWishes = Wishes & {
  /** The `Origin` header: the portal's own unless said otherwise; null sends none. */
  origin?: string | null
  /** Fields that the form does not have, in addition; a name may repeat. */
  add?: Array<[name: string, value: string]>
  /** Posts to another address than the page's. */
  to?: string
}

type BrowserWishes = { at?: string; address?: string; userAgent?: string }

/**
 * A browser without script: it reads forms, posts them as such a browser does, and keeps cookies. `at` is another
 * process of the same portal, reached as through a proxy; `address` is where the visitor seems to come from.
 */
export class FormBrowser {
  readonly cookies = new Map<string, string>()
  private readonly portalUrl = process.env.PORTAL_URL ?? ''
  private readonly base: string
  private readonly sent: Record<string, string>

  constructor({ at, address, userAgent = 'Mozilla/5.0 (X11; Linux x64) Firefox/145.0' }: BrowserWishes = {}) {
    this.base = at ?? this.portalUrl
    this.sent = { 'user-agent': userAgent, 'accept-language': 'en-US' }
    if (address) this.sent['x-forwarded-for'] = address
    if (at) this.sent['x-forwarded-host'] = new URL(this.portalUrl).host
  }

  get(path: string, { headers, follow }: Wishes = {}): Promise<Answer> {
    return this.request(path, { headers: { accept: 'text/html', ...headers } }, follow)
  }

  /** Presses the button with this label in the page, after filling the fields of its form by name. */
  press(page: Answer, button: string, fields: Record<string, string | null> = {}, wishes: PostWishes = {}) {
    return this.post(wishes.to ?? page.path, fill(formWith(page, button), button, fields), wishes)
  }

  /** Posts as a form does. For entries that no form holds; `press` is for those that one does. */
  post(path: string, entries: Array<[string, string]>, { origin, add = [], ...wishes }: PostWishes = {}) {
    const body = new FormData()
    for (const [name, value] of [...entries, ...add]) body.append(name, value)
    const headers: Record<string, string> = { accept: 'text/html', ...wishes.headers }
    const from = origin === undefined ? this.portalUrl : origin
    if (from !== null) headers.origin = from
    return this.request(path, { method: 'POST', body, headers }, wishes.follow)
  }

  /** Any other request with the cookies of this browser. It never follows a redirect by itself. */
  async send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.sent, ...(cookie && { cookie }), ...init.headers }
    const response = await fetch(new URL(path, this.base), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private async request(
    path: string,
    init: Parameters<FormBrowser['send']>[1],
    follow = false,
    hops = 5,
  ): Promise<Answer> {
    const response = await this.send(path, init)
    const location = this.withoutOrigin(response.headers.get('location'))
    const body = await response.text()
    if (follow && location?.startsWith('/') && hops > 0) {
      return this.request(location, { headers: { accept: 'text/html' } }, true, hops - 1)
    }
    return { status: response.status, headers: response.headers, location, body, path, ...readPage(body) }
  }

  private withoutOrigin(location: string | null): string | null {
    const own = [this.portalUrl, this.base].find((origin) => location?.startsWith(`${origin}/`))
    return own && location ? location.slice(own.length) : location
  }

  /** As browsers do, with `localhost` taken for a safe place: a `__Host-` cookie must be Secure, for / and without a domain. */
  private keep(line: string) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const has = (attribute: string) => attributes.some((one) => one.toLowerCase() === attribute)
    const isDomain = attributes.some((one) => /^domain=/i.test(one))
    if (name.startsWith('__Host-') && (!has('secure') || !has('path=/') || isDomain)) return
    const isGone = has('max-age=0') || attributes.some((one) => /^expires=.* 19\d\d /i.test(one))
    if (isGone) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(name.length + 1))
  }
}

export function formWith(page: PageParts, button: string): Form {
  const form = page.forms.find((one) => one.buttons.some(({ label }) => label === button))
  if (form) return form
  const labels = page.forms.flatMap((one) => one.buttons.map(({ label }) => label))
  throw new Error(
    `The page has no button "${button}". It has: ${labels.join(', ') || 'none'}. It says: ${page.text}`,
  )
}

/** What this form sends when the button is pressed. A field that it does not have is a mistake of the test; null leaves one out. */
export function fill(
  form: Form,
  button: string,
  fields: Record<string, string | null> = {},
): Array<[string, string]> {
  const pressed = form.buttons.find(({ label }) => label === button)
  const unknown = Object.keys(fields).filter((name) => !form.names.has(name))
  if (unknown.length > 0) throw new Error(`The form with "${button}" has no field ${unknown.join(', ')}`)

  const entries = form.entries.filter(([name]) => !(name in fields))
  for (const [name, value] of Object.entries(fields)) if (value !== null) entries.push([name, value])
  if (pressed?.name) entries.push([pressed.name, pressed.value])
  return entries
}
