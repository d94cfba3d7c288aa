import { env } from '@/lib/env'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import { authyProvider } from '@/lib/providers/second-factor.authy'

/** The vendor of pushes and tokens, as configured. */
export const provider: SecondFactorProvider = authyProvider({
  apiKey: env.AUTHY_API_KEY,
  baseUrl: env.AUTHY_URL,
  timeoutMs: 5000,
})
