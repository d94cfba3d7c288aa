import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import type { Standing } from '@/lib/account/queries'
import { methodsReminder, type MethodsReminder as Reminder } from '@/lib/account/rules'

/** Said before the day on which it matters; nothing where there is nothing to do. */
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
      <Method href={addPasskey}>Add a passkey</Method>: every firm takes it, and your next sign-in takes no
      longer.
    </>
  ),
  'one-way': (
    <>
      Lose it, and you wait for a reset. <Method href={addPasskey}>Add a second way</Method>, for example a
      passkey on this device.
    </>
  ),
  'no-codes': (
    <>
      You have no recovery codes. <Method href={makeCodes}>Make ten</Method> for the day on which nothing else
      is at hand.
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
