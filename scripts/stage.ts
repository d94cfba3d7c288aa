import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepareDatabase, prepareRoles, withClient } from './databases'
import { migrate, OtherHistory } from './migrate'
import { requireFreePort } from './ports'
import { type Postgres, startPostgres } from './postgres'
import { removeData } from './postgres-data'
import { Problem } from './problem'
import { answers, type Crew, createCrew, untilAsked } from './processes'
import {
  portalEnvironment,
  readSecrets,
  readSettings,
  requireWritable,
  root,
  simulatorEnvironment,
} from './settings'
import { step } from './step'

/** Node flags for our own TypeScript: the condition lets `server-only` modules load outside Next. */
export const typescript = ['--conditions=react-server', '--import', 'tsx']

type Settings = ReturnType<typeof readSettings>
export type Stage = { crew: Crew; settings: Settings; environment: Record<string, string> }

/** What demo and dev share: starts database and simulators, then `play`; ends on Ctrl-C or when one of them dies. */
export async function perform(play: (stage: Stage) => Promise<void>): Promise<number> {
  const settings = readSettings()
  await checkMachine(settings)
  if (process.argv.includes('--reset')) await reset(settings.dataDirectory)

  const crew = createCrew(join(settings.dataDirectory, 'logs'))
  const opened: Postgres[] = []
  const started = prepare(settings, crew, opened).then(play)
  try {
    await Promise.race([started.then(() => crew.lost), crew.lost, untilAsked()])
    console.log('\nStopping …')
    return 0
  } finally {
    await crew.stop()
    await started.catch(() => {})
    for (const postgres of opened) await postgres.release()
  }
}

/** Checks first what would otherwise fail minutes later. */
async function checkMachine({ port, simulatorPort, smtpPort, dataDirectory }: Settings) {
  requireWritable(root)
  requireWritable(dataDirectory)
  await requireFreePort(port, 'PORT')
  await requireFreePort(simulatorPort, 'SIMULATOR_PORT')
  await requireFreePort(smtpPort, 'SIMULATOR_PORT')
}

async function reset(dataDirectory: string) {
  await removeData(join(dataDirectory, 'postgres'))
  rmSync(join(dataDirectory, 'simulator.json'), { force: true })
}

async function prepare(settings: Settings, crew: Crew, opened: Postgres[]): Promise<Stage> {
  const { dataDirectory } = settings
  const secrets = readSecrets(dataDirectory)
  const database = await step('Starting PostgreSQL', async () => {
    const directory = join(dataDirectory, 'postgres')
    const postgres = await startPostgres({ directory, password: secrets.postgres, durable: true })
    opened.push(postgres)
    await prepareRoles(postgres.superuserUrl, secrets)
    const urls = await prepareDatabase(postgres.superuserUrl, 'portal', secrets)
    await migrateLocal(urls.owner, dataDirectory)
    return urls
  })

  const places = { ...settings, databaseUrl: database.app }
  const environment = portalEnvironment('demo', secrets, places)
  if (await isEmpty(database.app))
    await step('Adding the demo firms and people', () =>
      crew.run('seed', [...typescript, 'scripts/seed.ts'], environment),
    )

  crew.start('simulators', ['--import', 'tsx', 'tests/simulators/main.ts'], {
    ...simulatorEnvironment(secrets, places),
    SIMULATOR_STATE: join(dataDirectory, 'simulator.json'),
  })
  await answers(`${settings.simulatorUrl}/phones`, crew)
  return { crew, settings, environment }
}

/** Never changes data of another version: the person decides whether to delete it. */
export async function migrateLocal(ownerUrl: string, dataDirectory: string) {
  try {
    await migrate(ownerUrl)
  } catch (error) {
    if (!(error instanceof OtherHistory)) throw error
    throw new Problem(
      `The data in ${dataDirectory} is from another version of the portal: run "npm run demo -- --reset" to delete it and start with fresh data, or set DATA_DIR to another folder to keep it.`,
    )
  }
}

async function isEmpty(url: string) {
  const { rowCount } = await withClient(url, (client) => client.query('select from firm limit 1'))
  return rowCount === 0
}
