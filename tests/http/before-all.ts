import type { TestProject } from 'vitest/node'
import { raiseStack } from '../stack'

declare module 'vitest' {
  interface ProvidedContext {
    portalEnvironment: Record<string, string>
  }
}

/** Once for a run: the portal that all files ask. */
export default async function beforeAll(project: TestProject) {
  const { environment, lower } = await raiseStack(2)
  project.provide('portalEnvironment', environment)
  return lower
}
