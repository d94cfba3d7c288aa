import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { answerElsewhere, answerVendorCall, isVendorPath } from './authy-routes'
import { answerControl } from './control'
import { type Answer, type Call, type Dropped, readCall, refusal, send } from './http'
import { createMailServer } from './mail'
import { openStateFile } from './state-file'
import { answerTwilioCall, isTwilioPath } from './twilio-routes'
import { answerVerifyCall, isVerifyPath } from './verify-routes'
import { createWorld, type TwilioAccount, type World } from './world'

export type SimulatorSettings = {
  port: number
  smtpPort: number
  authyApiKey: string
  twilio: TwilioAccount
  callbackUrl: string
  /** Where users, phones, open pushes and mails are kept between restarts; without it they live in memory. */
  statePath?: string
}

export type Simulator = { port: number; smtpPort: number; url: string; flush(): void; stop(): Promise<void> }

const host = '127.0.0.1'

/** The simulated Authy, Twilio and Twilio Verify, the phones and the mail catcher, reachable from this machine only. */
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const { authyApiKey, twilio, callbackUrl } = settings
  const world = createWorld({ authyApiKey, twilio, callbackUrl })
  const state = openStateFile(world, settings.statePath)

  const server = createServer((request, response) => {
    readCall(request)
      .then((call) => answerCall(world, call))
      .catch((error: unknown) => refusal(500, error instanceof Error ? error.message : String(error)))
      .then((answer) => {
        if (request.method !== 'GET' || isVendorPath(request.url ?? '')) state.changed()
        send(response, answer)
      })
      .catch(() => response.destroy())
  })
  const mail = createMailServer(world, state.changed)
  mail.on('error', () => {})

  await listen(server, settings.port)
  try {
    await listen(mail.server, settings.smtpPort)
  } catch (error) {
    server.close()
    throw error
  }

  const port = portOf(server)
  return {
    port,
    smtpPort: portOf(mail.server),
    url: `http://${host}:${port}`,
    flush: state.flush,
    async stop() {
      state.flush()
      server.closeAllConnections()
      await Promise.all([closed(server), new Promise<void>((done) => mail.close(() => done()))])
    },
  }
}

async function answerCall(world: World, call: Call): Promise<Answer | Dropped> {
  if (isVendorPath(call.path)) return answerVendorCall(world, call)
  if (isTwilioPath(call.path)) return answerTwilioCall(world, call)
  if (isVerifyPath(call.path)) return answerVerifyCall(world, call)
  if (call.path.startsWith('/elsewhere/')) return answerElsewhere(world, call)
  return answerControl(world, call)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function portOf(server: Server): number {
  const address = server.address()
  return isAddress(address) ? address.port : 0
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
