'use server'

import type { SignInFlash } from '@/app/(signed-out)/sign-in/flashes'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { redirectWithFlash } from '@/lib/session/flash'
import { requireSession } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { signOut } from '@/lib/session/sign-out'

export async function signOutAction(): Promise<void> {
  await requireOwnOrigin()
  const { actor } = await requireSession()

  await signOut(actor)
  await sessionCookie.clear()
  await pendingCookie.clear()
  return redirectWithFlash<SignInFlash>('/sign-in', 'signed-out')
}
