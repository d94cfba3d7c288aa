import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import { authyProvider } from '@/lib/providers/second-factor.authy'

/** The vendor of pushes and tokens, as configured. Its failures are logged by their number, never with a person. */
export const provider: SecondFactorProvider = authyProvider({
  apiKey: env.AUTHY_API_KEY,
  baseUrl: env.AUTHY_URL,
  timeoutMs: 5000,
  report: (trouble) => log.warn(trouble, 'the vendor did not answer with a yes'),
})
