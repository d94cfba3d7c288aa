import { buildForChecks, runVitest } from './checks'
import { main } from './problem'

/** Tests outside the folder of races that look at more in a full run. */
const others = [
  'tests/cases/transitions.test.ts',
  'tests/employees/change-email.test.ts',
  'tests/employees/hold-orders.test.ts',
  'tests/employees/recovery/second-admin.test.ts',
  'tests/sign-in-methods/tokens/budget.test.ts',
  'tests/sign-in-methods/tokens/check-token.test.ts',
  'tests/vendor-migration/sign-in-while-migrating.test.ts',
]

/** The races with all their rounds, of which `npm test` plays a few, and the tests that look at the clock. */
await main(async () => {
  await buildForChecks()
  const { passed, failed } = await runVitest('races', ['tests/races', ...others], { RACES: 'full' })
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
