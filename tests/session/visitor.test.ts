import { expect, test } from 'vitest'
import { browserName, clientAddress, networkOf } from '@/lib/session/visitor'

test('the address is what the outermost trusted proxy wrote, never what is left of it', () => {
  expect(clientAddress('6.6.6.6, 203.0.113.7', 1)).toBe('203.0.113.7')
  expect(clientAddress('6.6.6.6, 203.0.113.7, 10.0.0.1', 2)).toBe('203.0.113.7')
  expect(clientAddress('::ffff:203.0.113.7', 1)).toBe('203.0.113.7')
})

test.each([
  ['203.0.113.8:51001', '203.0.113.8'],
  ['[2001:db8::8]:51001', '2001:db8::8'],
  ['[2001:DB8::8]', '2001:db8::8'],
  ['"[2001:db8::8]:51001"', '2001:db8::8'],
  ['"203.0.113.8:51001"', '203.0.113.8'],
  ['fe80::8%eth0', 'fe80::8'],
  ['[fe80::8%25eth0]:51001', 'fe80::8'],
  ['::ffff:cb00:7108', '203.0.113.8'],
  ['[::ffff:203.0.113.8]:51001', '203.0.113.8'],
])('a proxy that writes %s means %s', (written, meant) => {
  expect(clientAddress(`6.6.6.6, ${written}`, 1)).toBe(meant)
  expect(clientAddress(`${written}, 10.0.0.1:80`, 2)).toBe(meant)
})

test('what is no address is unknown', () => {
  for (const forged of ['', '<script>', '203.0.113.7 or so', '999.0.0.1', 'a'.repeat(46)]) {
    expect(clientAddress(forged, 1), forged).toBe('unknown')
  }
})

test('all addresses of one IPv6 /64 are one network, however they are written', () => {
  const spellings = ['2001:db8::1', '2001:db8::ffff:2', '2001:DB8:0:0::3', '2001:0db8:0:0:4:5:6:7']
  expect(new Set(spellings.map(networkOf))).toEqual(new Set(['2001:db8:0:0']))
})

test('neighbouring networks are counted apart', () => {
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'))
  expect(networkOf('203.0.113.7')).not.toBe(networkOf('203.0.113.8'))
})

test('a browser is shown by names that are known, never by what it says of itself', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  expect(browserName(chrome)).toBe('Chrome on Windows')
  expect(browserName('Call +1 900 555 0100 now')).not.toContain('900')
  expect(browserName('Call +1 900 555 0100/1 now')).toBe('Unknown browser')
  expect(browserName('Your account is at risk, visit evil.example/1 (Windows NT 10.0) x')).toBe(
    'Unknown browser',
  )
  expect(browserName(null)).toBe('Unknown browser')
})
