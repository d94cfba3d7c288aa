import { until } from './arrive'

type Push = { uuid: string; status: string; details: Record<string, string> }

/** The phone of one person, as the vendor's stand-in plays it. */
export function phoneOf({ mobileNumber }: { mobileNumber: string | null }) {
  const digits = mobileNumber?.replace('+', '') ?? ''
  const ask = async (path: string, body?: unknown) => {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(`${process.env.SIMULATOR_URL}${path}`, init || {})
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const pushes = (): Promise<Push[]> => ask(`/phones/${digits}/pushes`)

  return {
    pushes,
    /** Token texts and other texts, newest first; `code` is empty where the text has no token. */
    messages: (): Promise<Array<{ code: string; body: string }>> => ask(`/phones/${digits}/messages`),
    devices: (devices: string[]) => ask(`/phones/${digits}/devices`, { devices }),
    appToken: async (): Promise<string> => (await ask(`/phones/${digits}/token`)).token,
    /** Waits for the pending push, or the one with this number, and answers it. */
    async answer(answer: 'approve' | 'deny', number?: string) {
      const isMeant = ({ status, details }: Push) =>
        status === 'pending' && (number === undefined || details.Number === number)
      const { uuid } = await until(async () => (await pushes()).find(isMeant))
      await ask(`/phones/${digits}/pushes/${uuid}`, { answer })
      return uuid
    },
    fault: (route: string, fault: string) => ask('/faults', { route, fault, digits }),
    requests: (route: string): Promise<unknown[]> => ask(`/requests?route=${route}&digits=${digits}`),
    clearFaults: () => fetch(`${process.env.SIMULATOR_URL}/faults?digits=${digits}`, { method: 'DELETE' }),
  }
}
