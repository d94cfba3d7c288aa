import { expect, test } from 'vitest'
import { dropFrameworkHeaders } from '@/lib/server/framework-headers'

test('internal headers are removed and named', () => {
  const headers = { 'x-middleware-subrequest': 'proxy', 'x-matched-path': '/', rsc: '1' }
  expect(dropFrameworkHeaders(headers)).toEqual(['x-middleware-subrequest', 'x-matched-path'])
  expect(headers).toEqual({ rsc: '1' })
})

test.each(['2', '3', '0', 'x'])('a prefetch of the kind %s is none', (kind) => {
  const headers = { 'next-router-prefetch': kind }
  dropFrameworkHeaders(headers)
  expect(headers).toEqual({})
})

test('what the router sends stays', () => {
  const tree = ['', { children: [['caseId', '1', 'd', null], { children: ['__PAGE__', {}] }] }, null, null, 1]
  const headers = {
    'next-router-prefetch': '1',
    'next-router-state-tree': encodeURIComponent(JSON.stringify(tree)),
  }
  const before = { ...headers }
  dropFrameworkHeaders(headers)
  expect(headers).toEqual(before)
})

test.each(['%ff', '%7B', '[]', '["",5]', '["",{"children":"x"}]', 'null'])(
  'the router state %s is removed',
  (state) => {
    const headers = { 'next-router-state-tree': state }
    dropFrameworkHeaders(headers)
    expect(headers).toEqual({})
  },
)
