import { main } from './problem'
import { answers } from './processes'
import { perform, typescript } from './stage'
import { step } from './step'

await main(() =>
  perform(async ({ crew, settings, environment }) => {
    const development = { ...environment, NODE_ENV: 'development' }
    const [condition = ''] = typescript
    crew.start(
      'worker',
      ['node_modules/tsx/dist/cli.mjs', 'watch', condition, 'scripts/worker.ts'],
      development,
    )
    const next = [
      'node_modules/next/dist/bin/next',
      'dev',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(settings.port),
    ]
    crew.start('portal', next, development)
    await step('Starting the portal', () => answers(`${settings.portalUrl}/ready`, crew))
    console.log(`
  Portal             ${settings.portalUrl}
  Phones and email   http://localhost:${settings.simulatorPort}
  Logs               ${settings.dataDirectory}/logs

Changes apply when you save. Restart after adding a migration. Press Ctrl-C to stop.`)
  }),
)
