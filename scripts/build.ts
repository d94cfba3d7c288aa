import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './settings'
import { step } from './step'

const output = join(root, '.next')
const stamp = join(output, 'built-from')
export const portalServer = join(output, 'standalone/server.js')

/** Builds the portal unless the last build was made from the very same sources. */
export async function buildIfStale(
  run: (nodeArguments: string[], environment: Record<string, string>) => Promise<void>,
) {
  const sources = digestSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  await step('Building the portal (a minute or two)', async () => {
    rmSync(stamp, { force: true })
    await run(['node_modules/next/dist/bin/next', 'build'], {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    })
    cpSync(join(output, 'static'), join(output, 'standalone/.next/static'), { recursive: true })
    cpSync(join(root, 'public'), join(output, 'standalone/public'), { recursive: true })
    writeFileSync(stamp, sources)
  })
}

function digestSources() {
  const hash = createHash('sha256')
  for (const file of sourceFiles()) hash.update(`${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function sourceFiles() {
  const top = readdirSync(root).filter(
    (name) => /\.(ts|tsx|js|mjs|json)$/.test(name) && name !== 'next-env.d.ts',
  )
  const deep = ['app', 'components', 'lib', 'prisma/migrations', 'public'].flatMap((directory) =>
    readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...top.map((name) => join(root, name)), join(root, 'prisma/schema.prisma'), ...deep].sort()
}
