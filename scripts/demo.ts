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
    console.log(announcement(settings.portalUrl, settings.simulatorPort))
  }),
)

function announcement(portalUrl: string, simulatorPort: number) {
  const firms = cast.map((firm) => {
    const rule = firm.requiresSecondFactor
      ? 'two-factor authentication is on'
      : 'two-factor authentication is off'
    const people = firm.people.map(
      ({ email, role, name, mobileNumber }) =>
        `    ${email.padEnd(24)}${role.padEnd(9)}${name.padEnd(16)}${mobileNumber ?? 'no number'}`,
    )
    return [`  ${firm.name} (${rule})`, ...people].join('\n')
  })
  return `
The portal is running.

  Portal                 ${portalUrl}
  Phones and email       http://localhost:${simulatorPort}   (approve OneTouch alerts, read tokens and email)
  Password for everyone  ${castPassphrase}

${firms.join('\n')}

Press Ctrl-C to stop. To start with fresh data, run "npm run demo -- --reset".`
}
