import { cast, castPassphrase } from '@/prisma/cast'
import { buildIfStale, portalServer } from './build'
import { main } from './problem'
import { answers } from './processes'
import { perform, typescript } from './stage'
import { step } from './step'

await main(() =>
  perform(async ({ crew, settings, environment }) => {
    await buildIfStale((nodeArguments, variables) => crew.run('build', nodeArguments, variables))
    await step('Starting the portal', async () => {
      crew.start('worker', [...typescript, 'scripts/worker.ts'], environment)
      crew.start('portal', [portalServer], {
        ...environment,
        NODE_ENV: 'production',
        HOSTNAME: '127.0.0.1',
        PORT: String(settings.port),
      })
      await answers(`${settings.portalUrl}/ready`, crew)
    })
    console.log(programme(settings.portalUrl, settings.simulatorPort))
  }),
)

function programme(portalUrl: string, simulatorPort: number) {
  const firms = cast.map((firm) => {
    const rule = firm.requiresSecondFactor ? 'second factor required' : 'second factor not required yet'
    const people = firm.people.map(
      ({ email, role, name, mobileNumber }) =>
        `    ${email.padEnd(24)}${role.padEnd(9)}${name.padEnd(16)}${mobileNumber ?? 'no number'}`,
    )
    return [`  ${firm.name} (${rule})`, ...people].join('\n')
  })
  return `
The portal is ready.

  Portal                 ${portalUrl}
  Phones and mail        http://localhost:${simulatorPort}   (approve pushes, read texts and app tokens)
  Everybody's password   ${castPassphrase}

${firms.join('\n')}

Ctrl-C stops everything. "npm run demo -- --reset" begins anew.`
}
