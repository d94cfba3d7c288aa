import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { correctAnswer } from '@/lib/server/correct-answer'

type Wishes = {
  method?: string
  headers?: Record<string, string>
  isOutage?: boolean
  isUnreadable?: boolean
}

/** What a browser gets when the framework would answer this. */
async function ask(answer: (response: ServerResponse) => void, wishes: Wishes = {}) {
  const { method = 'POST', headers = {}, isOutage = false, isUnreadable = false } = wishes
  const server = createServer((request, response) => {
    correctAnswer(request, response, { isActionRunning: true, isUnreadable, isOutage })
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const got = await fetch(`http://127.0.0.1:${port}`, { method, headers })
  const text = await got.text()
  server.close()
  return { status: got.status, retryAfter: got.headers.get('retry-after'), text }
}

const crash = (response: ServerResponse) => {
  response.statusCode = 500
  response.setHeader('Content-Encoding', 'gzip')
  response.write(gzipSync('Something went wrong on our side'))
  response.end()
}
const page = (response: ServerResponse) => response.end('the form again')

test.each(['POST', 'GET'])('an outage answers a %s without script with a page', async (method) => {
  const { status, retryAfter, text } = await ask(crash, { method, isOutage: true })
  expect([status, retryAfter]).toEqual([503, '5'])
  expect(text).toContain('Go back and try again in a moment.')
  expect(text).not.toContain('on our side')
})

test('an outage that leaves the form says so in its status', async () => {
  expect(await ask(page, { isOutage: true })).toEqual({
    status: 503,
    retryAfter: '5',
    text: 'the form again',
  })
})

test('a script gets its own answer to an outage', async () => {
  const asScript = { headers: { 'next-action': 'some' }, isOutage: true }
  const crashPlain = (response: ServerResponse) => {
    response.statusCode = 500
    response.end('1:E{}')
  }
  expect(await ask(crashPlain, asScript)).toEqual({ status: 503, retryAfter: '5', text: '1:E{}' })
  expect(await ask(page, asScript)).toMatchObject({ status: 200 })
})

test('an action of another build gets a page without script, and its header with one', async () => {
  const unknown = (response: ServerResponse) => {
    response.statusCode = 404
    response.setHeader('x-nextjs-action-not-found', '1')
    response.end('Server action not found.')
  }
  const plain = await ask(unknown)
  expect(plain.status).toBe(404)
  expect(plain.text).toContain('The portal was updated. <a href="">Reload to continue</a>.')
  const scripted = await ask(unknown, { headers: { 'next-action': 'some' } })
  expect(scripted).toMatchObject({ status: 404, text: 'Server action not found.' })
})

test('other answers stay as they are, and a form that cannot be read is 400', async () => {
  expect(await ask(page)).toEqual({ status: 200, retryAfter: null, text: 'the form again' })
  const fail = (response: ServerResponse) => {
    response.statusCode = 500
    response.end('crash')
  }
  expect(await ask(fail)).toMatchObject({ status: 500, text: 'crash' })
  expect(await ask(fail, { isUnreadable: true })).toMatchObject({ status: 400 })
})
