import { existsSync, readFileSync } from 'node:fs'
import { buildForChecks, type Count, runPlaywright, runTool, runVitest } from './checks'
import { Problem } from './problem'

export type Result = Count & { cost: string }

const checks: Record<string, () => Promise<Count>> = {
  lint: () =>
    runTool([
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '.',
      `--colors=${process.env.FORCE_COLOR ? 'force' : 'off'}`,
    ]),
  types: async () => {
    // Next writes the types of the routes; without them a typed link to a page is an error.
    const routes = await runTool(['node_modules/next/dist/bin/next', 'typegen'])
    return routes.failed ? routes : runTool(['node_modules/typescript/bin/tsc', '--noEmit'])
  },
  domain: () => runVitest('domain', ['--project=domain', '--project=alone', '--project=apart']),
  built: async () => {
    await buildForChecks()
    return runVitest('built', ['--project=built', '--project=http'])
  },
  browser: async () => {
    await buildForChecks()
    return runPlaywright([])
  },
}

export const layerNames = Object.keys(checks)

/** Runs one layer in this process, whose children then are the layer's alone. */
export async function runLayer(name: string): Promise<Result> {
  const cost = stopwatch()
  const count = await checks[name]?.().catch((error) => {
    console.error(error instanceof Problem ? error.message : error)
  })
  return { ...(count ?? { passed: 0, failed: 1 }), cost: cost() }
}

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
