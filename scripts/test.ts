import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildForChecks, type Count, runPlaywright, runTool, runVitest } from './checks'
import { main, Problem } from './problem'
import { requireWritable, root } from './settings'

const checks: Record<string, () => Promise<Count>> = {
  lint: () =>
    runTool([
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '.',
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
    ]),
  types: async () => {
    // Next writes the types of the routes; without them a typed link to a page is an error.
    const routes = await runTool(['node_modules/next/dist/bin/next', 'typegen'])
    return routes.failed ? routes : runTool(['node_modules/typescript/bin/tsc', '--noEmit'])
  },
  domain: () => runVitest(['--project=domain', '--project=alone', '--project=apart']),
  built: async () => {
    await buildForChecks()
    return runVitest(['--project=built', '--project=http'])
  },
  browser: async () => {
    await buildForChecks()
    return runPlaywright([])
  },
}

await main(async () => {
  requireWritable(root)
  const { values } = parseArgs({ options: { only: { type: 'string' }, full: { type: 'boolean' } } })
  const names = values.only ? values.only.split(',') : Object.keys(checks)
  if (values.full) process.env.JOURNEYS = 'full'
  const counts: Array<Count & { name: string; cost: string }> = []
  for (const name of names) {
    const check = checks[name]
    if (!check)
      throw new Problem(`There is no check named "${name}". Choose from ${Object.keys(checks).join(', ')}.`)
    console.log(`\n== ${name} ==`)
    const cost = stopwatch()
    const count = await check().catch((error): Count => {
      console.error(error instanceof Problem ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    counts.push({ name, ...count, cost: cost() })
  }

  console.log('')
  for (const { name, passed, failed, cost } of counts)
    console.log(`${name.padEnd(8)} ${`${passed} passed, ${failed} failed`.padEnd(26)} ${cost}`)
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})

/** Seconds on the clock and, where the system counts them, seconds of processor in the processes that ended meanwhile. */
function stopwatch(): () => string {
  const [began, used] = [Date.now(), processorSeconds()]
  return () => {
    const wall = `${Math.round((Date.now() - began) / 1000)} s`
    return used === null ? wall : `${wall}, processor ${Math.round((processorSeconds() ?? 0) - used)} s`
  }
}

/** Of all ended children and theirs: the 16th and 17th field of Linux's /proc/self/stat, in hundredths of a second. */
function processorSeconds(): number | null {
  if (!existsSync('/proc/self/stat')) return null
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) / 100
}
