import { buildForChecks, runVitest } from './checks'
import { main } from './problem'

/** Runs the races with all their rounds; `npm test` runs a few of each. */
await main(async () => {
  await buildForChecks()
  const { passed, failed } = await runVitest(['tests/races'], { RACES: 'full' })
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
