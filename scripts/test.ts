import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { parseArgs } from 'node:util'
import { layerNames, type Result } from './layers'
import { main, Problem } from './problem'
import { untilAsked } from './processes'
import { requireWritable, root } from './settings'

/** Run beside each other once lint and types are done: while browsers wait, the domain tests have the processors. */
const lanes = [['domain'], ['built', 'browser']]

await main(async () => {
  requireWritable(root)
  const { values } = parseArgs({ options: { only: { type: 'string' }, full: { type: 'boolean' } } })
  const names = values.only ? values.only.split(',') : layerNames
  const unknown = names.find((name) => !layerNames.includes(name))
  if (unknown !== undefined)
    throw new Problem(`There is no check named "${unknown}". Choose from ${layerNames.join(', ')}.`)
  if (values.full) process.env.JOURNEYS = 'full'

  const running = new Set<ChildProcess>()
  let isAsked = false
  void untilAsked().then((signal) => {
    isAsked = true
    // A terminal's Ctrl-C reaches them directly.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) for (const child of running) child.kill('SIGINT')
  })

  const outputs = new Map(names.map((name) => [name, new PassThrough({ highWaterMark: 2 ** 30 })]))
  const results = new Map<string, Result>()
  async function runInTurn(lane: string[]) {
    for (const name of lane) {
      const output = outputs.get(name)
      if (output && !isAsked) results.set(name, await runBeside(name, output, running))
      output?.end()
    }
  }
  const ended = runInTurn(layerNames.filter((name) => !lanes.flat().includes(name))).then(() =>
    Promise.all(lanes.map(runInTurn)),
  )
  for (const [name, output] of outputs) {
    console.log(`\n== ${name} ==`)
    for await (const part of output) process.stdout.write(part)
  }
  await ended
  if (isAsked) return 130
  return report(results)
})

/** Runs a layer in its own process, and keeps what it prints until its turn to be shown comes. */
async function runBeside(name: string, output: PassThrough, running: Set<ChildProcess>): Promise<Result> {
  const child = fork(join(root, 'scripts/layer.ts'), [name], {
    stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  })
  running.add(child)
  let result: Result = { passed: 0, failed: 1, cost: 'ended early' }
  child.on('message', (sent: Result) => {
    result = sent
  })
  child.stdout?.pipe(output, { end: false })
  child.stderr?.pipe(output, { end: false })
  await once(child, 'close')
  running.delete(child)
  return result
}

function report(results: Map<string, Result>): number {
  const all = layerNames.flatMap((name) => {
    const result = results.get(name)
    return result ? [{ name, ...result }] : []
  })
  console.log('')
  for (const { name, passed, failed, cost } of all)
    console.log(`${name.padEnd(8)} ${`${passed} passed, ${failed} failed`.padEnd(26)} ${cost}`)
  const sum = (key: 'passed' | 'failed') => all.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}
