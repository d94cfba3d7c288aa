import { expect, test } from '@playwright/test'
import { outcomeOf } from './outcome'
import { rowsUnder } from './table'
import { sharedWorld, visit } from './world'

for (const { name, cells } of rowsUnder('Routes')) {
  for (const { visitor, expected } of cells) {
    test(`${name}: ${visitor} gets ${expected}`, async () => {
      const browser = await visit(await sharedWorld(), visitor)
      const isCallback = name === '/api/authy/callback'
      const response = await browser.send(name, isCallback ? { method: 'POST', body: '{}' } : {})
      const location = response.headers.get('location')

      expect(outcomeOf({ status: response.status, location })).toBe(expected === 'own' ? 'yes' : expected)
    })
  }
}
