'use server'

import { cookies } from 'next/headers'
import { themeFrom } from '@/components/theme'
import { env } from '@/lib/env'
import { requireForm } from '@/lib/form'
import { requireOwnOrigin } from '@/lib/session/origin'

/** Open to everyone: it changes nothing but the looks of this browser. */
export async function chooseThemeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()

  requireForm(form)
  const jar = await cookies()
  jar.set('theme', themeFrom(form.get('theme')), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.PORTAL_URL.startsWith('https:'),
    maxAge: 365 * 24 * 60 * 60,
  })
}
