import twilio from 'twilio'

export type TwilioAccess = {
  accountSid: string
  authToken: string
  baseUrl: string
  /** For everything that one client does, all its requests together. At most 8000. */
  timeoutMs: number
}

export type TwilioClient = ReturnType<typeof twilio>

/** One client for one errand, so that its deadline ends every request, also one whose answer trickles in. */
export function openTwilioClient(access: TwilioAccess, domain: 'api' | 'verify') {
  const { accountSid, authToken, baseUrl, timeoutMs } = access
  const deadline = AbortSignal.timeout(Math.min(timeoutMs, 8000))
  const httpClient = new twilio.RequestClient({ timeout: timeoutMs, keepAlive: false, autoRetry: false })
  httpClient.axios.defaults.signal = deadline

  // Without these two the package would take other hosts from the environment. It follows no redirect unless asked to.
  const client: TwilioClient = twilio(accountSid, authToken, { httpClient, edge: '', region: '' })
  client[domain].baseUrl = new URL(baseUrl).origin
  return {
    client,
    deadline,
    /** What came back last, before the package judged it; null when nothing did. */
    lastAnswer(): { status: number; body: unknown } | null {
      const answer = httpClient.lastResponse
      return answer ? { status: answer.statusCode, body: answer.body } : null
    },
  }
}
