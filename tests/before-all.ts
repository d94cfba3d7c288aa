import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './database'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
    startsEmpty: boolean
  }
}

/** Once for a run: the server, which another run may share. */
export default async function beforeAll(project: TestProject) {
  const { server, stop } = await startTestServer()
  project.provide('testServer', server)
  return stop
}
