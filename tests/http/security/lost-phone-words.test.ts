import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeCase } from '../../cases/cases'
import { arriveHalfway, arriveWithSession } from '../../e2e/arrive'
import { hireSupporters, makeFirmWithTech } from '../../e2e/lost-phone-people'
import { FormBrowser } from '../../form-browser'

const said = { reason: 'lost', oldNumberWorks: 'no', newNumber: '', bestTime: '' }

async function atTheForm() {
  const { tech } = await makeFirmWithTech()
  const { browser } = await arriveHalfway(tech, new FormBrowser({ address: '198.51.100.77' }))
  return { tech, browser, page: await browser.get('/lost-phone/request') }
}

test('words of a megabyte are refused with words, and nothing is stored', async () => {
  const { tech, browser, page } = await atTheForm()
  const answer = await browser.press(page, 'Email me a code', { ...said, words: 'x'.repeat(1_000_000) })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.body).not.toContain('xxxxxxxx')
  expect(await db.caseDraft.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('words that are too long are refused, and reversed ones straightened', async () => {
  const { tech, browser, page } = await atTheForm()
  const long = await browser.press(page, 'Email me a code', { ...said, words: 'x'.repeat(1001) })
  expect(long.text).toContain('Use at most 1,000 characters.')
  expect(long.body).toContain('x'.repeat(1001))
  const turned = await browser.press(page, 'Email me a code', { ...said, words: 'Reset \u202egniht' })
  expect(turned.status).toBe(303)
  const { words } = await db.caseDraft.findUniqueOrThrow({ where: { employeeId: tech.id } })
  expect(words).toBe('Reset gniht')
})

test('script, formulas and line breaks reach support as the plain text they are', async () => {
  const { tech } = await makeFirmWithTech()
  const words = '<script>alert(1)</script>\n=1+1'
  const about = await makeCase(tech, { words, bestTime: '=HYPERLINK("http://x")' })
  const [supporter] = await hireSupporters()
  const desk = await arriveWithSession(supporter)
  const { body, text } = await desk.get(`/support/cases/${about.id}`)
  expect(body).not.toContain('<script>alert(1)')
  expect(text).toContain('<script>alert(1)</script>')
})
