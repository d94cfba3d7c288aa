'use server'

import { redirect } from 'next/navigation'
import { type FormState, parseForm, refused } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { confirmAuthenticator } from '@/lib/sign-in-methods/totp/confirm-app'
import { confirmAppRefused, type StartAppState, tooManyApps } from '@/lib/sign-in-methods/totp/rules'
import { confirmAppForm, startAppForm } from '@/lib/sign-in-methods/totp/schema'
import { showApp } from '@/lib/sign-in-methods/totp/show-app'
import { startAuthenticator } from '@/lib/sign-in-methods/totp/start-app'
import { requireBinder } from '../require-fresh-actor'

export async function startAppAction(_: StartAppState, form: FormData): Promise<StartAppState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, startAppForm)
  if (!input.ok) return input.state

  const { name } = input.value
  const binder = await requireBinder(actor, `/account/security/app?name=${encodeURIComponent(name)}`)
  const started = await startAuthenticator(binder, name)
  if (!started.ok) return refused(form, tooManyApps)
  return { errors: {}, values: {}, app: showApp(name, started.value) }
}

export async function confirmAppAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, confirmAppForm)
  if (!input.ok) return input.state

  const { authenticatorId, token } = input.value
  const binder = await requireBinder(actor, '/account/security/app')
  const confirmed = await confirmAuthenticator(binder, authenticatorId, token)
  if (!confirmed.ok) return confirmAppRefused(confirmed.reason, authenticatorId)
  redirect('/account/security?done=app-added')
}
