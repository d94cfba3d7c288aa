import type { FormBrowser } from '../../form-browser'

/** One way in which Next's own script may ask for a page. */
export type Method = { name: string; path: string; headers: Record<string, string> }

/**
 * All of them: as data, as a prefetch, as a segment of a prefetch, and with the claim that the layouts around the page
 * are there already, which makes Next leave them out, and their guards with them.
 */
export function asks(name: string, path: string): Method[] {
  const method = (label: string, headers: Record<string, string>, at = path): Method => ({
    name: label,
    path: at,
    headers: { rsc: '1', accept: 'text/x-component', ...headers },
  })
  const prefetch = { 'next-router-prefetch': '1' }
  const methods = [
    method('data', {}),
    method('prefetch', prefetch),
    method('prefetch of the tree', { ...prefetch, 'next-router-segment-prefetch': '/_tree' }),
    method('without its layouts', { 'next-router-state-tree': pageAlone(name, path) }),
    method('as a window over the list', { 'next-url': '/admin/employees' }),
  ]
  if (!name.startsWith('/admin/employees/')) return methods
  return [...methods, method('the window itself', {}, path.replace('/employees/', '/employees/(.)'))]
}

/** Asks in this way. Next wants to see a digest of the headers in the address, and sends there who has none. */
export async function askIn({ path, headers }: Method, browser: FormBrowser): Promise<Response> {
  const answer = await browser.send(path, { headers })
  const location = answer.headers.get('location')
  return location?.includes('_rsc') ? browser.send(location, { headers }) : answer
}

/** A router's state that has every layout and wants the page alone once more. */
export function pageAlone(name: string, path: string): string {
  const values = path.split('/').slice(1)
  const names = [group(name), ...name.split('/').slice(1)].filter(Boolean)
  const skipped = names.length - values.length
  const inner = names.reduceRight<unknown>(
    (children, segment, index) => [spell(segment, values[index - skipped]), { children }],
    ['__PAGE__', {}, null, 'refetch'],
  )
  return encodeURIComponent(JSON.stringify(['', { children: inner }, null, null]))
}

function spell(segment: string, value = ''): unknown {
  return segment.startsWith('[') ? [segment.slice(1, -1), value, 'd', null] : segment
}

function group(name: string): string {
  if (/^\/($|admin|account|support|vouch|security-checkup)/.test(name)) return '(portal)'
  return /^\/(sign-in|step-up|confirm-number|lost-phone|new-phone|not-me|forgot-password|set-password)/.test(
    name,
  )
    ? '(signed-out)'
    : ''
}
