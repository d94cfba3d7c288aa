import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

export type Call = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: unknown
}

export type Answer = { status: number; headers?: Record<string, string>; body: unknown }

/** The connection breaks instead of an answer. */
export type Dropped = { dropped: true }

const largestBody = 1024 * 1024

export async function readCall(request: IncomingMessage): Promise<Call> {
  const [target = '/'] = (request.url ?? '/').split('#')
  const [path = '/', ...query] = target.split('?')
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    headers: request.headers,
    body: parseBody(await readText(request)),
  }
}

export function send(response: ServerResponse, answer: Answer | Dropped) {
  if ('dropped' in answer) {
    response.socket?.resetAndDestroy()
    return
  }
  if (response.destroyed) return
  const isText = typeof answer.body === 'string' || Buffer.isBuffer(answer.body)
  const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(answer.status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...answer.headers })
  response.end(isText ? answer.body : JSON.stringify(answer.body))
}

export function json(body: unknown, status = 200): Answer {
  return { status, body }
}

export function refusal(status: number, error: string): Answer {
  return { status, body: { error } }
}

export function redirect(location: string): Answer {
  return { status: 303, headers: { Location: location }, body: '' }
}

export function wantsHtml(call: Call): boolean {
  return (call.headers.accept ?? '').includes('text/html')
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largestBody) throw new Error('The body is larger than 1 MiB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Vendor libraries send JSON or forms, and not always the content type that fits. */
export function parseBody(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return parseForm(text)
  }
}

type Fields = { [name: string]: string | Fields | Fields[] }

function parseForm(text: string): Fields {
  const form: Fields = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = [...name.replaceAll('[]', '[*]').matchAll(/[^[\]]+/g)].map(([key]) => key)
    place(form, keys, value)
  }
  return form
}

function place(form: Fields, [key = '', ...rest]: string[], value: string) {
  if (rest.length === 0) form[key] = value
  else if (rest[0] === '*') placeInList(form, key, rest.slice(1), value)
  else {
    const inner = form[key]
    const child = typeof inner === 'object' && !Array.isArray(inner) ? inner : {}
    form[key] = child
    place(child, rest, value)
  }
}

/** `logos[][res]=…&logos[][url]=…`: an element ends where one of its keys comes again. */
function placeInList(form: Fields, key: string, rest: string[], value: string) {
  const inner = form[key]
  const list = Array.isArray(inner) ? inner : []
  form[key] = list
  const last = list.at(-1)
  const element = last && rest[0] !== undefined && !(rest[0] in last) ? last : {}
  if (element !== last) list.push(element)
  place(element, rest, value)
}
