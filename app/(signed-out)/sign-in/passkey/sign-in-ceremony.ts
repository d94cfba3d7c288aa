import {
  type Answered,
  offerPasskeys,
  provePasskey,
  stopOffering,
} from '@/components/sign-in-methods/passkey-ceremony'
import { startDiscoverableSignInAction } from './actions'

/** The button: the browser shows every passkey it has for the portal. */
export async function signInNow(): Promise<Answered> {
  const asked = await startDiscoverableSignInAction()
  return 'message' in asked ? { trouble: asked.message } : provePasskey(asked.options)
}

/** The email field: the browser suggests passkeys beside addresses, until one is chosen or it is over. */
export async function waitForChoice(over: AbortSignal): Promise<Answered | null> {
  const asked = await startDiscoverableSignInAction()
  if ('message' in asked || over.aborted) return null
  over.addEventListener('abort', stopOffering)
  const answered = await offerPasskeys(asked.options)
  return 'answer' in answered ? answered : null
}
