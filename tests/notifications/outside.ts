import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { outside } from '@/lib/worker/outside'
import { type Simulator, startSimulator } from '../simulators/start-simulator'

const mails = z.array(
  z.object({ messageId: z.string(), subject: z.string(), text: z.string(), html: z.string().nullable() }),
)
const messages = z.array(z.object({ body: z.string(), code: z.string() }))
const pushes = z.array(z.object({ uuid: z.string() }))

export type Outside = ReturnType<typeof simulatedOutside>

/** The portal's own mailer and texter, and the simulator that catches what they send, for one test file. */
export function simulatedOutside() {
  let simulator: Simulator
  const base = process.env.AUTHY_URL ?? ''
  const [accountSid, authToken] = [process.env.TWILIO_ACCOUNT_SID ?? '', process.env.TWILIO_AUTH_TOKEN ?? '']

  beforeAll(async () => {
    simulator = await startSimulator({
      port: Number(new URL(base).port),
      smtpPort: Number(new URL(process.env.SMTP_URL ?? '').port),
      authyApiKey: process.env.AUTHY_API_KEY ?? '',
      twilio: { accountSid, authToken },
      callbackUrl: 'http://127.0.0.1:9/nobody-listens',
    })
  })
  afterAll(() => simulator.stop())

  const fault = (wish: Record<string, unknown>) =>
    fetch(`${base}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    })

  return {
    mailer: outside.mailer,
    texter: outside.texter,
    /** Newest first. */
    mailsTo: async (to: string) =>
      mails.parse(await (await fetch(`${base}/mails?to=${encodeURIComponent(to)}`)).json()),
    textsTo: async (number: string) =>
      messages
        .parse(await (await fetch(`${base}/phones/${number.slice(1)}/messages`)).json())
        .map(({ body }) => body),
    /** The newest token that was texted to this number. */
    tokenTo: async (number: string) => {
      const received = messages.parse(
        await (await fetch(`${base}/phones/${number.slice(1)}/messages`)).json(),
      )
      return received.find(({ code }) => code !== '')?.code ?? ''
    },
    denyPush: async (number: string) => {
      const phone = `${base}/phones/${number.slice(1)}/pushes`
      const [newest] = pushes.parse(await (await fetch(phone)).json())
      await fetch(`${phone}/${newest?.uuid}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ answer: 'deny' }),
      })
    },
    /** The next mail to this address meets the fault. */
    mailFault: (to: string, name: '451' | '550') => fault({ route: 'smtp', fault: name, to, times: 1 }),
    /** The next text to this number meets the fault. */
    textFault: (number: string, name: string) =>
      fault({ route: 'text-create', fault: name, digits: number.slice(1), times: 1 }),
  }
}
