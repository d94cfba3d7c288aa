import { expect, test } from 'vitest'
import { escapeControls } from '@/lib/log'

test('no mark in a log line moves a terminal or turns its text round', () => {
  const marks = '\u007f\u009b31m\u2028\u202e\u2066'
  const line = escapeControls(JSON.stringify({ msg: `a${marks}é` }))
  expect(line).toMatch(/^[\x20-\x7eé]+$/)
  expect(JSON.parse(line)).toEqual({ msg: `a${marks}é` })
})
