'use server'

import { redirect } from 'next/navigation'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { requireSession } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { signOut } from '@/lib/session/sign-out'

export async function signOutAction(): Promise<void> {
  await requireOwnOrigin()
  const { actor } = await requireSession()

  await signOut(actor)
  await sessionCookie.clear()
  await pendingCookie.clear()
  redirect('/sign-in?signed-out=1')
}
