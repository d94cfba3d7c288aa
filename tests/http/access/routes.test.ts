import { expect, test } from 'vitest'
import { addressOf } from './addresses'
import { outcomeOf } from './outcome'
import { rowsUnder } from './table'
import { secretsFrom, sharedWorld, visit } from './world'

for (const { name, cells } of rowsUnder('Routes')) {
  test(`${name} gives everybody what the table says`, async () => {
    const world = await sharedWorld()
    for (const { visitor, expected } of cells) {
      const browser = await visit(world, visitor)
      const isCallback = name === '/api/authy/callback'
      const address = addressOf(name, world, visitor)
      const response = await browser.send(address, isCallback ? { method: 'POST', body: '{}' } : {})
      const location = response.headers.get('location')
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
      const body = isStream ? await response.body?.cancel() : await response.text()

      const outcome = outcomeOf({ status: response.status, location })
      expect.soft(outcome, visitor).toBe(expected === 'own' ? 'yes' : expected)
      // Supporters read the files of every firm.
      if (name.startsWith('/support/') && expected === 'yes') continue
      for (const secret of secretsFrom(visitor, world)) expect.soft(body ?? '', visitor).not.toContain(secret)
    }
  })
}
