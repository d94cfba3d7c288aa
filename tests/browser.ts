import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { Problem } from '@/scripts/problem'
import { readSettings, root } from '@/scripts/settings'

type Browser = { executablePath: string; env?: Record<string, string> }

/** The first Chromium there is: the one named, Playwright's own, the system's, or the one that comes from npm. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return { executablePath: named }
    throw new Problem(`CHROMIUM_PATH says ${named}, and there is no such file.`)
  }
  const installed = [
    chromium.executablePath(),
    ...onPath('chromium', 'chromium-browser', 'google-chrome'),
  ].find(existsSync)
  if (installed) return { executablePath: installed }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser()
  throw new Problem(
    'There is no Chromium here: run "npx playwright install --with-deps chromium", or set CHROMIUM_PATH.',
  )
}

function onPath(...names: string[]) {
  const directories = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => directories.map((directory) => join(directory, name)))
}

/** The npm package is made for a bare machine: given its own name for one, it brings libraries and fonts along. */
async function unpackBrowser(): Promise<Browser> {
  const manifest = readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')
  const home = join(readSettings().dataDirectory, `chromium-${JSON.parse(manifest).version}`)
  if (!existsSync(home)) {
    const { TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
    const draft = `${home}.${process.pid}`
    mkdirSync(draft, { recursive: true })
    Object.assign(process.env, { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
    delete process.env.AWS_LAMBDA_JS_RUNTIME
    restore({ TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH })
    renameSync(draft, home)
  }
  // The package's own file names folders of the machine it is made for: without a font all text has height 0.
  writeFileSync(join(home, 'fonts/fonts.conf'), fontSettings(home))
  const executablePath = join(home, 'chromium')
  const env = { FONTCONFIG_PATH: join(home, 'fonts') }
  if (spawnSync(executablePath, ['--version']).status === 0) return { executablePath, env }
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(home, 'al2023/lib') } }
}

function fontSettings(home: string): string {
  const folders = [join(home, 'fonts/fonts'), '/usr/share/fonts']
    .map((folder) => `<dir>${folder}</dir>`)
    .join('')
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(home, 'fonts/cache')}</cachedir></fontconfig>\n`
}

function restore(before: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
