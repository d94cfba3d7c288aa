import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { z } from 'zod'
import { type Simulator, startSimulator } from './start-simulator'

export const authyApiKey = 'key-of-the-self-test'
export const twilioAccount = {
  accountSid: `AC${'5e1f7e57'.repeat(4)}`,
  authToken: 'token-of-the-self-test',
  verifyService: `VA${'5e1f7e57'.repeat(4)}`,
}

type Answer = Record<string, unknown>

/** All of the vendor's client package that the self-test drives. It ships no types. */
export type AuthyClient = {
  registerUser(person: object): Promise<{ user: { id: number } } & Answer>
  getUserStatus(person: object, options?: object): Promise<{ status: Answer }>
  deleteUser(person: object): Promise<Answer>
  registerActivity(activity: object, options?: object): Promise<Answer>
  requestSms(person: object, options?: object): Promise<Answer>
  requestCall(person: object, options?: object): Promise<Answer>
  verifyToken(proof: object, options?: object): Promise<Answer>
  createApprovalRequest(push: object, options?: object): Promise<{ approval_request: { uuid: string } }>
  getApprovalRequest(push: object): Promise<{ approval_request: Answer }>
  getApplicationDetails(): Promise<Answer>
  getApplicationStatistics(): Promise<Answer>
  getPhoneInformation(phone: object): Promise<Answer>
  startPhoneVerification(phone: object): Promise<Answer>
  verifyPhone(phone: object): Promise<Answer>
}

const {
  Client,
}: { Client: new (key: { key: string }, to: { host: string; timeout: number }) => AuthyClient } =
  createRequire(import.meta.url)('authy-client')

export type Rig = {
  simulator: Simulator
  client: AuthyClient
  /** Registers a person with this number and answers the vendor's id. */
  register(phone: string): Promise<string>
  get(path: string): Promise<unknown>
  post(path: string, body: object): Promise<unknown>
  /** A vendor call as any HTTP library would send it. */
  vendor(path: string, init?: RequestInit): Promise<Response>
}

const nobodyListens = 'http://127.0.0.1:9/api/authy/callback'

/** One simulator in this process for all tests of a file, emptied before each. */
export function simulatorForTests(callbackUrl: () => string = () => nobodyListens): () => Rig {
  let rig: Rig | undefined

  beforeAll(async () => {
    const settings = { authyApiKey, twilio: twilioAccount, callbackUrl: callbackUrl() }
    rig = createRig(await startSimulator({ port: 0, smtpPort: 0, ...settings }))
  })
  beforeEach(async () => {
    await rig?.post('/reset', {})
  })
  afterAll(async () => {
    await rig?.simulator.stop()
  })

  return () => {
    if (!rig) throw new Error('The simulator has not started yet.')
    return rig
  }
}

const code = z.array(z.object({ code: z.string() }))
const pushes = z.array(z.object({ uuid: z.string(), status: z.string() }))
const appToken = z.object({ token: z.string() })

export async function latestCode(rig: Rig, digits: string): Promise<string> {
  return code.parse(await rig.get(`/phones/${digits}/messages`))[0]?.code ?? ''
}

export async function tokenOf(rig: Rig, digits: string): Promise<string> {
  return appToken.parse(await rig.get(`/phones/${digits}/token`)).token
}

export async function pushStatus(rig: Rig, digits: string): Promise<string> {
  return pushes.parse(await rig.get(`/phones/${digits}/pushes`))[0]?.status ?? ''
}

function createRig(simulator: Simulator): Rig {
  const client = new Client({ key: authyApiKey }, { host: simulator.url, timeout: 1000 })
  return {
    simulator,
    client,
    async register(phone) {
      const email = `${phone.slice(1)}@firm.example`
      return String((await client.registerUser({ countryCode: '1', email, phone })).user.id)
    },
    get: async (path) => (await fetch(simulator.url + path)).json(),
    post: async (path, body) => (await fetch(simulator.url + path, jsonPost(body))).json(),
    vendor: (path, init) =>
      fetch(simulator.url + path, {
        redirect: 'manual',
        ...init,
        headers: { 'X-Authy-API-Key': authyApiKey, ...init?.headers },
      }),
  }
}

function jsonPost(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}
