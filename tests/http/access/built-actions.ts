import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@/scripts/settings'

type Built = { filename: string; exportedName: string }

const manifest = join(root, '.next/server/server-reference-manifest.json')

/** Every action in the build, under the id by which anybody may call it. */
export function builtActions(): Array<Built & { id: string }> {
  const { node }: { node: Record<string, Built> } = JSON.parse(readFileSync(manifest, 'utf8'))
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({ id, filename, exportedName }))
}

/** What an action does, as it is written. */
export function bodyOf(name: string): string {
  const { filename = '' } = builtActions().find(({ exportedName }) => exportedName === name) ?? {}
  const [, rest = ''] = readFileSync(filename, 'utf8').split(`export async function ${name}(`)
  return rest.split('\n}\n', 1)[0] ?? ''
}

export function actionId(name: string): string {
  const action = builtActions().find(({ exportedName }) => exportedName === name)
  if (!action) throw new Error(`The build has no ${name}`)
  return action.id
}
