import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, can, type Permission } from '@/lib/access/policy'
import { pendingCookie, sessionCookie } from './cookie'
import { findPendingSignIn, type PendingSignIn } from './pending-sign-ins'
import { returnTarget } from './return-target'
import { findSession, hasFreshProof, type LiveSession } from './sessions'

/** The live session of this request, also one that still owes its second step; or null. Once per request. */
const getSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await sessionCookie.read()
  if (!sessionId) return null
  const received = await headers()
  const isPrefetch = received.has('next-router-prefetch') || received.get('sec-purpose')?.includes('prefetch')
  return findSession(sessionId, !isPrefetch)
})

/** The person, if fully signed in; for pages that are open to everyone. */
export async function getActor(): Promise<Actor | null> {
  const session = await getSession()
  return session && !session.needsSecondFactor ? session.actor : null
}

/** A fully signed-in person, or off to sign in, or to the second step that the firm's rule now asks for. */
export async function requireActor(): Promise<Actor> {
  const session = await getSession()
  if (!session) redirect(`/sign-in${await returnQuery()}`)
  if (session.needsSecondFactor) redirect(`/step-up${await returnQuery()}`)
  return session.actor
}

/** As `requireActor`, with the permission; without it the page is simply not found. */
export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await requireActor()
  if (!can(actor, permission)) notFound()
  return actor
}

/** A live session that may still owe its second step: for the confirm page and for signing out. */
export async function requireSession(): Promise<LiveSession> {
  const session = await getSession()
  if (!session) redirect('/sign-in')
  return session
}

/** A fresh proof, or off to give one, and back to `returnTo`. */
export async function requireFresh(actor: Actor, returnTo: string): Promise<void> {
  if (hasFreshProof(actor)) return
  redirect(`/step-up?next=${encodeURIComponent(returnTo)}`)
}

/** A begun sign-in of this very browser, or back to the start. */
export async function requirePendingSignIn(): Promise<PendingSignIn> {
  const pending = await getPendingSignIn()
  if (!pending) redirect('/sign-in?ended=1')
  return pending
}

export const getPendingSignIn = cache(async (): Promise<PendingSignIn | null> => {
  const pendingId = await pendingCookie.read()
  return pendingId ? findPendingSignIn(pendingId) : null
})

/** `?next=` the address that was asked for, so that a link from a mail leads where it should after the sign-in. */
async function returnQuery(): Promise<`?next=${string}` | ''> {
  const asked = returnTarget((await headers()).get('x-asked-address'))
  return asked === '/' ? '' : `?next=${encodeURIComponent(asked)}`
}
