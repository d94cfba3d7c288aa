'use server'

import type { SecurityFlash } from '@/app/(portal)/account/security/sentences'
import { once } from '@/app/once'
import { type FormState, parseForm, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { returnTarget } from '@/lib/session/return-target'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { confirmAppRefused, type StartAppState, tooManyApps } from '@/lib/sign-in-methods/totp/rules'
import { confirmAppForm, startAppForm } from '@/lib/sign-in-methods/totp/schema'
import { showApp } from '@/lib/sign-in-methods/totp/show-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import { requireFreshActor } from '../require-fresh-actor'

export async function startAppAction(_: StartAppState, form: FormData): Promise<StartAppState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, startAppForm)
  if (!input.ok) return input.state

  const { name } = input.value
  const freshActor = await requireFreshActor(actor, `/account/security/app?name=${encodeURIComponent(name)}`)
  const started = await startApp(freshActor, name)
  if (!started.ok) return refused(form, tooManyApps)
  return { errors: {}, values: {}, app: showApp(name, started.value) }
}

export async function confirmAppAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, confirmAppForm)
  if (!input.ok) return input.state

  const { appId, token, next } = input.value
  const freshActor = await requireFreshActor(actor, '/account/security/app')
  const confirmed = await once(form, freshActor, () => confirmApp(freshActor, appId, token))
  if ('state' in confirmed) return confirmed.state
  if (!confirmed.ok) return confirmAppRefused(confirmed, { appId, token })
  return redirectWithFlash<SecurityFlash>(returnTarget(next, '/account/security'), 'app-added')
}
