import http from 'node:http'
import https from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, errors } from 'authy-client'
import { z } from 'zod'

export type AuthyAccess = { apiKey: string; baseUrl: string; timeoutMs: number }

export type Said =
  | { kind: 'answer'; status: number; body: unknown }
  | { kind: 'not-sent'; fields: string[] }
  | { kind: 'silence'; mayHaveArrived: boolean }

/** Sends one bounded request to Authy on its own connection; never throws or repeats. */
export async function exchange(
  access: AuthyAccess,
  call: (client: Client) => PromiseLike<unknown>,
): Promise<Said> {
  const answers: Said[] = []
  const agent = isPlain(access) ? new http.Agent() : new https.Agent()
  const client = tamedClient(access, agent, (answer) => answers.push(answer))

  // The client restarts its time-out with every byte, so a trickling answer needs an outer deadline.
  const deadlineMs = Math.min(access.timeoutMs * 1.5, 8000)
  const done = new AbortController()
  try {
    await Promise.race([call(client), wait(deadlineMs, null, { signal: done.signal })])
    return answers[0] ?? { kind: 'silence', mayHaveArrived: true }
  } catch (error) {
    return answers[0] ?? saidBy(error)
  } finally {
    done.abort()
    agent.destroy()
  }
}

function tamedClient(access: AuthyAccess, agent: http.Agent, heard: (answer: Said) => void): Client {
  const { origin } = new URL(access.baseUrl)
  const client = new Client({ key: access.apiKey }, { host: origin, timeout: access.timeoutMs })

  // `request` follows a redirect to any host and would send the API key there.
  // Plain HTTP is only for a stand-in on this machine: a proxy from the environment must not see it.
  const bounds = { agent, followRedirect: false, ...(isPlain(access) && { proxy: null }) }
  for (const wire of [client.rpc, client.onetouch]) {
    for (const verb of ['getAsync', 'postAsync'] as const) {
      const send = wire[verb]
      wire[verb] = (options) => {
        const sent = send.call(wire, { ...options, ...bounds })
        sent.then(
          ([{ statusCode }, body]) => heard({ kind: 'answer', status: statusCode, body }),
          () => undefined,
        )
        return sent
      }
    }
  }
  return client
}

function isPlain({ baseUrl }: AuthyAccess): boolean {
  return new URL(baseUrl).protocol === 'http:'
}

function saidBy(error: unknown): Said {
  if (error instanceof errors.ValidationFailedError)
    return { kind: 'not-sent', fields: Object.keys(Object(error.errors)) }

  const { success, data } = networkError.safeParse(error)
  const neverConnected = success && (neverSent.has(data.code) || data.connect === true)
  return { kind: 'silence', mayHaveArrived: !neverConnected }
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const networkError = z.object({ code: z.string(), connect: z.boolean().optional() })
