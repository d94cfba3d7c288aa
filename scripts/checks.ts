import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stopIdleServer } from '@/tests/database'
import { buildIfStale } from './build'
import { Problem } from './problem'
import { untilAsked } from './processes'
import { root } from './settings'

export type Count = { passed: number; failed: number }

const results = join(root, 'tests/.results')

/** Runs a tool in the foreground. It counts as one check. */
export async function runTool(
  nodeArguments: string[],
  environment: Record<string, string> = {},
): Promise<Count> {
  const code = await runNode(nodeArguments, environment)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Builds for the checks that start the production build. */
export async function buildForChecks() {
  await buildIfStale(async (nodeArguments, environment) => {
    const { failed } = await runTool(nodeArguments, environment)
    if (failed) throw new Problem('The build failed. See its output above.')
  })
}

/** Runs vitest. Each test counts; a skipped test and an unreadable file count as failed. */
export async function runVitest(
  name: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<Count> {
  const report = freshReport(`${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const config = ['--config', 'tests/vitest.config.ts']
  const code = await runNode(
    ['node_modules/vitest/vitest.mjs', 'run', ...config, ...reporters, ...words],
    environment,
  )
  const read: VitestReport | undefined = readReport(report)
  const brokenFiles = read?.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const passed = read?.numPassedTests ?? 0
  return atLeastOne(code, {
    passed,
    failed: (read?.numTotalTests ?? 0) - passed + (brokenFiles?.length ?? 0),
  })
}

/** Runs Playwright. A skipped test, and one that passed only on a retry, count as failed. */
export async function runPlaywright(words: string[]): Promise<Count> {
  const report = freshReport('playwright.json')
  const config = ['--config', 'tests/playwright.config.ts', '--reporter=line,json']
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await runNode(
    ['node_modules/@playwright/test/cli.js', 'test', ...config, ...words],
    environment,
  )
  const read: PlaywrightReport | undefined = readReport(report)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read?.stats ?? {}
  return atLeastOne(code, { passed: expected, failed: unexpected + flaky + skipped })
}

type VitestReport = {
  numTotalTests: number
  numPassedTests: number
  testResults: Array<{ status: string; assertionResults: unknown[] }>
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** A tool with a bad exit code has failed, even if its report says otherwise. */
function atLeastOne(code: number, { passed, failed }: Count): Count {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function freshReport(name: string) {
  mkdirSync(results, { recursive: true })
  const report = join(results, name)
  rmSync(report, { force: true })
  return report
}

function readReport(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Ends the tool first when this process has to end, so it can clean up. A terminal's Ctrl-C reaches the tool directly. */
function runNode(nodeArguments: string[], environment: Record<string, string>): Promise<number> {
  return new Promise((ended, failed) => {
    const settings = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment }
    const child = spawn(process.execPath, nodeArguments, { cwd: root, stdio: 'inherit', env: settings })
    let interrupted = false
    void untilAsked().then((signal) => {
      interrupted = true
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill('SIGINT')
    })
    child.once('error', failed)
    child.once('exit', (code) => {
      if (!interrupted) return ended(code ?? 1)
      void stopIdleServer().finally(() => process.exit(130))
    })
  })
}
