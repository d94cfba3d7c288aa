import { join } from 'node:path'
import { portalServer } from '@/scripts/build'
import { findFreePort } from '@/scripts/ports'
import { answers, createCrew } from '@/scripts/processes'
import { portalEnvironment, readSettings, simulatorEnvironment } from '@/scripts/settings'
import { typescript } from '@/scripts/stage'
import { createCopy, startTestServer } from './database'

/** Where the raised portal is, and all that it reads from its environment. */
export type Stack = { environment: Record<string, string>; lower: () => Promise<void> }

/** What the tests of the running portal need: the vendor stand-ins, a worker, and portals on one database with the cast. */
export async function raiseStack(portals: 1 | 2): Promise<Stack> {
  const { server, stop } = await startTestServer()
  const { app } = await createCopy(server)
  const [port, secondPort, simulatorPort, smtpPort] = await Promise.all([1, 2, 3, 4].map(findFreePort))
  const places = {
    databaseUrl: app,
    portalUrl: `http://localhost:${port}`,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    smtpPort: smtpPort ?? 0,
  }
  const environment = { ...portalEnvironment('test', server.secrets, places), PASSWORD_COST: '4' }
  const crew = createCrew(join(readSettings().dataDirectory, 'tests/logs'))
  const lower = async () => {
    await crew.stop()
    await stop()
  }

  const openPortal = (name: string, at: number | undefined) =>
    crew.start(name, [portalServer], {
      ...environment,
      NODE_ENV: 'production',
      HOSTNAME: '127.0.0.1',
      PORT: String(at),
    })
  try {
    await crew.run('seed', [...typescript, 'scripts/seed.ts'], environment)
    crew.start(
      'simulators',
      ['--import', 'tsx', 'tests/simulators/main.ts'],
      simulatorEnvironment(server.secrets, places),
    )
    crew.start('worker', [...typescript, 'scripts/worker.ts'], environment)
    openPortal('first portal', port)
    if (portals === 2) openPortal('second portal', secondPort)
    await answers(`${places.simulatorUrl}/phones`, crew)
    await answers(`http://127.0.0.1:${port}/ready`, crew)
    if (portals === 2) await answers(`http://127.0.0.1:${secondPort}/ready`, crew)
  } catch (error) {
    await lower()
    throw error
  }
  const addresses = {
    SECOND_PORTAL_URL: `http://localhost:${secondPort}`,
    SIMULATOR_URL: places.simulatorUrl,
  }
  return { environment: { ...environment, ...addresses }, lower }
}
