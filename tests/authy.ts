import { afterAll, beforeAll } from 'vitest'
import { type Simulator, startSimulator } from './simulators/start-simulator'

type Message = { body: string; code: string }

export type SeenPush = { uuid: string; status: string; message: string; details: Record<string, string> }

/** The simulated vendors of tokens and texts for one test file, at the address that the settings name. */
export function simulatedAuthy({ callbackUrl = 'http://127.0.0.1:9/nobody-listens' } = {}) {
  let simulator: Simulator
  const base = process.env.AUTHY_URL ?? ''

  beforeAll(async () => {
    simulator = await startSimulator({
      port: Number(new URL(base).port),
      smtpPort: 0,
      authyApiKey: process.env.AUTHY_API_KEY ?? '',
      twilio: {
        accountSid: process.env.TWILIO_ACCOUNT_SID ?? '',
        authToken: process.env.TWILIO_AUTH_TOKEN ?? '',
        verifyService: process.env.TWILIO_VERIFY_SERVICE,
      },
      callbackUrl,
    })
  })
  afterAll(() => simulator.stop())

  const get = async (path: string) => (await fetch(base + path)).json()
  const post = (path: string, body: unknown) =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  const received = (number: string): Promise<Message[]> => get(`/phones/${digits(number)}/messages`)

  return {
    /** Texted tokens, newest first. */
    messages: async (number: string) => (await received(number)).filter(({ code }) => code !== ''),
    /** Every other text, newest first. */
    texts: async (number: string) =>
      (await received(number)).filter(({ code }) => code === '').map(({ body }) => body),
    /** Where the person has the app; nowhere with an empty list. */
    devices: (number: string, list: string[]) => post(`/phones/${digits(number)}/devices`, { devices: list }),
    pushes: (number: string): Promise<SeenPush[]> => get(`/phones/${digits(number)}/pushes`),
    answer: (number: string, uuid: string, answer: 'approve' | 'deny') =>
      post(`/phones/${digits(number)}/pushes/${uuid}`, { answer }),
    appToken: async (number: string): Promise<string> => (await get(`/phones/${digits(number)}/token`)).token,
    requests: (): Promise<Array<{ path: string; query: Record<string, string> }>> => get('/requests'),
    fault: (route: string, fault: string, number: string) =>
      post('/faults', { route, fault, digits: digits(number) }),
    clearFaults: () => fetch(`${base}/faults`, { method: 'DELETE' }),
    passTime: (seconds: number) => post('/clock', { advanceSeconds: seconds }),
  }
}

function digits(number: string): string {
  return number.replace('+', '')
}
