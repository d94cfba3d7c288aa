import { expect, test } from '@playwright/test'
import { FormBrowser } from '../../form-browser'
import { outcomeOf } from './outcome'
import { rowsUnder } from './table'
import { askIn, asks } from './ways'
import { secretsFrom, sharedWorld, visit, type World } from './world'

const refusals = ['sign-in', 'confirm', '404']
const rows = rowsUnder('Pages')

for (const { name, cells } of rows) {
  for (const { visitor, expected } of cells) {
    test(`${name}: ${visitor} gets ${expected}`, async () => {
      const world = await sharedWorld()
      const page = await (await visit(world, visitor)).get(addressOf(name, world))

      expect(outcomeOf(page)).toBe(expected === 'own' ? 'yes' : expected)
      if (name.includes('[link]')) return
      // Supporters read the cases of every firm.
      if (name.startsWith('/support/cases') && expected === 'yes') return
      // Who is half signed in and has no phone learns which admins to ask, and nothing about colleagues.
      const reader = name === '/sign-in/lost-phone' && visitor === 'pending' ? 'tech' : visitor
      for (const secret of secretsFrom(reader, world)) expect(page.body).not.toContain(secret)
    })
  }

  for (const { visitor, expected } of cells.filter((cell) => refusals.includes(cell.expected))) {
    test(`${name}: ${visitor} gets no more than ${expected} by any way a script can ask`, async () => {
      const world = await sharedWorld()
      const browser = await visit(world, visitor)
      for (const way of asks(name, addressOf(name, world))) {
        const body = await (await askIn(way, browser)).text()
        for (const secret of secretsFrom(visitor, world)) expect(body, way.name).not.toContain(secret)
      }
    })
  }
}

test('the way without layouts gives an admin the page and not its frame', async () => {
  const world = await sharedWorld()
  const name = '/admin/employees/[employeeId]/edit'
  const way = asks(name, addressOf(name, world)).find((one) => one.name === 'without its layouts')
  const body = way && (await (await askIn(way, await visit(world, 'admin'))).text())
  expect(body).toContain(world.victim.name)
  expect(body).not.toContain('Signed in as')
})

test('a pending cookie in the place of the session cookie is nothing, and the other way round', async () => {
  const world = await sharedWorld()
  const pending = (await visit(world, 'pending')).cookies.get('__Host-pending') ?? ''
  const session = (await visit(world, 'admin')).cookies.get('__Host-session') ?? ''
  const swapped = new FormBrowser()
  swapped.cookies.set('__Host-session', pending).set('__Host-pending', session)

  for (const { name, cells } of rows) {
    const page = await swapped.get(addressOf(name, world))
    expect(outcomeOf(page), name).toBe(cells[0]?.expected)
  }
})

function addressOf(name: string, { victim, lost, link }: World): string {
  return name.replace('[employeeId]', victim.id).replace('[caseId]', lost.id).replace('[link]', link)
}
