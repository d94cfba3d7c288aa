import twilio from 'twilio'

export type TwilioAccess = {
  accountSid: string
  authToken: string
  baseUrl: string
  /** Bounds all requests of one client together; at most 8000. */
  timeoutMs: number
}

export type TwilioClient = ReturnType<typeof twilio>

export function openTwilioClient(access: TwilioAccess, domain: 'api' | 'verify') {
  const { accountSid, authToken, baseUrl, timeoutMs } = access
  const deadline = AbortSignal.timeout(Math.min(timeoutMs, 8000))
  const httpClient = new twilio.RequestClient({ timeout: timeoutMs, keepAlive: false, autoRetry: false })
  httpClient.axios.defaults.signal = deadline

  // Without these two, the package takes other hosts from the environment.
  const client: TwilioClient = twilio(accountSid, authToken, { httpClient, edge: '', region: '' })
  client[domain].baseUrl = new URL(baseUrl).origin
  return {
    client,
    deadline,
    lastAnswer(): { status: number; body: unknown } | null {
      const answer = httpClient.lastResponse
      return answer ? { status: answer.statusCode, body: answer.body } : null
    },
  }
}
