'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, parseForm, refused } from '@/lib/form'
import { storedId } from '@/lib/secrets/secret-id'
import {
  ensureBrowserId,
  pendingCookie,
  readBrowserId,
  sessionCookie,
  trustedBrowserCookie,
} from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'
import { seenFrom } from '@/lib/session/pending-sign-ins'
import { returnTarget } from '@/lib/session/return-target'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { signInForm } from '@/lib/sign-in/schema'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { sendFirstPush } from './second-step/send-first-push'

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const input = parseForm(form, signInForm)
  if (!input.ok) return input.state

  const blocksCookies = (await readBrowserId()) === null
  const [browserId, sessionId] = [await ensureBrowserId(), await sessionCookie.read()]
  const visitor = { ...(await getVisitor()), browserId, sessionId }
  if (blocksCookies) return refused(form, sentences.cookies)
  const started = await startSignIn(input.value, visitor, after)
  if (!started.ok) return refused(form, sentences[started.reason])

  const { pendingSecret, needsSecondFactor } = started.value
  const here = { pendingId: storedId(pendingSecret), ...seenFrom(visitor) }
  if (needsSecondFactor) {
    const browserHash = await trustedBrowserCookie.read()
    const trusted = browserHash ? await finishSignIn(here, { kind: 'trusted-browser', browserHash }) : null
    if (trusted?.ok) {
      await sessionCookie.set(trusted.value.sessionSecret)
      redirect(returnTarget(trusted.value.returnTo))
    }
    await pendingCookie.set(pendingSecret)
    await sendFirstPush(here.pendingId)
    redirect('/sign-in/second-step')
  }

  const finished = await finishSignIn(here, { kind: 'password' })
  if (!finished.ok) return refused(form, sentences.changed)
  await sessionCookie.set(finished.value.sessionSecret)
  redirect(returnTarget(finished.value.returnTo))
}

const sentences = {
  wrong:
    "Email address and password don't match, or there were too many tries. Check both, or reset your password.",
  busy: "Many people are signing in right now, so we couldn't check your password. Try again in 10 seconds.",
  cookies:
    'Your browser blocks cookies for this site, and signing in needs them. Allow cookies, then try again.',
  changed: "Your firm's sign-in settings just changed. Sign in again.",
}
