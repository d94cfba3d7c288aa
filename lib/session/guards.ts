import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, can, type Permission } from '@/lib/access/policy'
import { requireForm } from '@/lib/form'
import { pendingCookie, readBrowserId, sessionCookie } from './cookie'
import { getVisitor } from './get-visitor'
import { isStartedHere } from './own-browser'
import { findPendingSignIn, markOf, type PendingSignIn, seenFrom } from './pending-sign-ins'
import { returnTarget } from './return-target'
import { findSession, hasFreshProof, type LiveSession } from './sessions'

const getSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await sessionCookie.read()
  if (!sessionId) return null
  const received = await headers()
  const isPrefetch = received.has('next-router-prefetch') || received.get('sec-purpose')?.includes('prefetch')
  return findSession(sessionId, !isPrefetch)
})

export async function getActor(): Promise<Actor | null> {
  const session = await getSession()
  return session && !session.needsSecondFactor ? session.actor : null
}

export async function requireActor(): Promise<Actor> {
  const session = await getSession()
  if (!session) redirect(`/sign-in${await returnQuery()}`)
  if (session.needsSecondFactor) redirect(`/step-up${await returnQuery()}`)
  return session.actor
}

export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await requireActor()
  if (!can(actor, permission)) notFound()
  return actor
}

/** The session may lack its second factor: for the confirm page and for signing out. */
export async function requireSession(): Promise<LiveSession> {
  const session = await getSession()
  if (!session) redirect('/sign-in')
  return session
}

export async function requireFresh(actor: Actor, returnTo: string): Promise<void> {
  if (hasFreshProof(actor)) return
  redirect(`/step-up?next=${encodeURIComponent(returnTo)}`)
}

/** A form of another sign-in, from a tab left open, counts for nobody. */
export async function requirePendingSignIn(form?: FormData): Promise<PendingSignIn> {
  const pending = await getPendingSignIn()
  if (!pending) redirect('/sign-in?ended=1')
  if (form) requireForm(form)
  const mark = form?.get('signIn')
  if (mark && mark !== markOf(pending)) redirect('/sign-in/second-step?other=1')
  return pending
}

export const getPendingSignIn = cache(async (): Promise<PendingSignIn | null> => {
  const pendingId = await readPendingId()
  const pending = pendingId ? await findPendingSignIn(pendingId) : null
  return pending && { ...pending, ...seenFrom({ ...(await getVisitor()), browserId: pending.browserId }) }
})

/** Every page, action and stream reads the pending cookie here. */
export const readPendingId = cache(async (): Promise<string | null> => {
  const pendingId = await pendingCookie.read()
  if (!pendingId) return null
  return (await isStartedHere(pendingId, await readBrowserId(), await getVisitor())) ? pendingId : null
})

async function returnQuery(): Promise<`?next=${string}` | ''> {
  const asked = returnTarget((await headers()).get('x-asked-address'))
  return asked === '/' ? '' : `?next=${encodeURIComponent(asked)}`
}
