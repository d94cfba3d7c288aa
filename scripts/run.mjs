// What `npm run demo`, `dev` and `test` call. It has to start on an old Node with nothing installed: it installs the locked
// packages if they are missing, then continues with a Node that is new enough.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { constants as system } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command, ...rest] = process.argv.slice(2)

if (!isInstalled()) install()
const node = chooseNode()
const environment = {
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
}
if (isClientStale()) generateClient()
if (areIconsStale()) run('The icons could not be generated.', [join(root, 'scripts/icons.mjs')])
hand(['--import', 'tsx', join(root, `scripts/${command}.ts`), ...rest])

/** Compares with npm's own record of what it installed, which omits optional packages of other platforms. */
function isInstalled() {
  const list = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  const { '': _project, ...locked } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ).packages
  return Object.entries(locked).every(([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : optional,
  )
}

function install() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    stop(
      `The packages cannot be installed, because ${root} is not writable. Make the folder writable and try again.`,
    )
  }
  console.log('Installing packages (a minute or two) …')
  const began = Date.now()
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const words = [
    ...npm,
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ]
  // Without this, Prisma downloads an engine that nothing here uses, and some networks let it hang.
  const settings = { ...process.env, NODE_ENV: '', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  const { status, error } = spawnSync(words[0], words.slice(1), {
    cwd: root,
    stdio: 'inherit',
    env: settings,
  })
  if (error) stop(`npm could not be started (${error.message}). Install npm 10 or newer.`)
  if (status !== 0) stop('The packages could not be installed. See the output of npm above.')
  console.log(`  done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

function chooseNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath
  const bundled = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(bundled)) return bundled
  return stop(`Node ${process.versions.node} is too old. Install Node 22.15 or newer.`)
}

function isClientStale() {
  const age = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0)
  const made = age('prisma/client/client.ts')
  return made < age('prisma/schema.prisma') || made < age('node_modules/.package-lock.json')
}

/** A path for the engine keeps Prisma from downloading one, which generating does not need. Never do this for `migrate`. */
function generateClient() {
  const settings = { PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const words = [join(root, 'node_modules/prisma/build/index.js'), 'generate']
  run('The database client could not be generated.', words, settings)
}

function areIconsStale() {
  const [drawn, named] = ['icons.svg', 'icon.tsx'].map((name) => join(root, 'components/ui', name))
  return !existsSync(drawn) || statSync(drawn).mtimeMs < statSync(named).mtimeMs
}

function run(complaint, words, settings = {}) {
  const env = { ...environment, ...settings }
  const { status, stdout, stderr } = spawnSync(node, words, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) stop(`${complaint}\n${stdout}${stderr}`)
}

/** npm's shell forwards no signals, so the end of the parent process counts as one. */
function hand(words) {
  const parent = process.ppid
  const child = spawn(node, words, { cwd: root, stdio: 'inherit', env: environment })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code, signal) => process.exit(code ?? 128 + system.signals[signal]))
}

function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}
