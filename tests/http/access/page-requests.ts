import type { FormBrowser } from '../../form-browser'

/** One kind of request in which Next's own script may ask for a page. */
export type PageRequest = { name: string; path: string; headers: Record<string, string> }

/**
 * All of them: as data, as a prefetch, as a segment of a prefetch, and with the claim that the layouts around the page
 * are there already, which makes Next leave them out, and their guards with them.
 */
export function requestsFor(name: string, path: string): PageRequest[] {
  const request = (label: string, headers: Record<string, string>, at = path): PageRequest => ({
    name: label,
    path: at,
    headers: { rsc: '1', accept: 'text/x-component', ...headers },
  })
  const prefetch = { 'next-router-prefetch': '1' }
  const requests = [
    request('data', {}),
    request('prefetch', prefetch),
    request('prefetch of the tree', { ...prefetch, 'next-router-segment-prefetch': '/_tree' }),
    request('without its layouts', { 'next-router-state-tree': pageAlone(name, path) }),
    request('as a window over the list', { 'next-url': '/admin/employees' }),
  ]
  if (!name.startsWith('/admin/employees/')) return requests
  return [...requests, request('the window itself', {}, path.replace('/employees/', '/employees/(.)'))]
}

/** Sends this request. Next wants a digest of the headers in the address, and redirects there without it. */
export async function send({ path, headers }: PageRequest, browser: FormBrowser): Promise<Response> {
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
  if (/^\/($|admin|account|support|vouch|confirm-email|security-checkup)/.test(name)) return '(portal)'
  return /^\/(sign-in|step-up|confirm-number|lost-phone|new-phone|not-me|forgot-password|set-password)/.test(
    name,
  )
    ? '(signed-out)'
    : ''
}
