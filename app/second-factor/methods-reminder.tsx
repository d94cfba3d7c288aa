import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import type { Standing } from '@/lib/account/queries'
import { methodsReminder, type MethodsReminder as Reminder } from '@/lib/account/rules'

/** What to add before a phone is lost; nothing where nothing is missing. */
export function MethodsReminder({ standing }: { standing: Standing }) {
  const reminder = methodsReminder(standing)
  if (!reminder) return null

  return (
    <Alert tone="info">
      <p>{words[reminder]}</p>
    </Alert>
  )
}

const addPasskey = '/account/security/passkey'
const makeCodes = '/account/security/recovery-codes'

const words: Record<Reminder, ReactNode> = {
  'no-method': (
    <>
      <Method href={addPasskey}>Add a passkey</Method> before your next sign-in. Every firm allows passkeys.
    </>
  ),
  'one-method': (
    <>
      If you lose it, you'll have to wait for support to reset your account.{' '}
      <Method href={addPasskey}>Add a backup method</Method>, such as a passkey on this device.
    </>
  ),
  'no-codes': (
    <>
      You have no recovery codes. <Method href={makeCodes}>Generate recovery codes</Method> in case you can't
      get to your phone.
    </>
  ),
}

function Method({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="text-link">
      {children}
    </a>
  )
}
