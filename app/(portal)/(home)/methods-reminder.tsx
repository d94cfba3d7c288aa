import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/alert'
import type { Standing } from '@/lib/account/queries'
import { type WaysReminder as Reminder, waysReminder } from '@/lib/account/rules'

/** Said before the day on which it matters; nothing where there is nothing to do. */
export function WaysReminder({ standing }: { standing: Standing }) {
  const reminder = waysReminder(standing)
  if (!reminder) return null

  return (
    <Notice tone="info">
      <p>{words[reminder]}</p>
    </Notice>
  )
}

const addPasskey = '/account/security/passkey'
const makeCodes = '/account/security/recovery-codes'

const words: Record<Reminder, ReactNode> = {
  'no-way': (
    <>
      <Way href={addPasskey}>Add a passkey</Way>: every firm takes it, and your next sign-in takes no longer.
    </>
  ),
  'one-way': (
    <>
      Lose it, and you wait for a reset. <Way href={addPasskey}>Add a second way</Way>, for example a passkey
      on this device.
    </>
  ),
  'no-codes': (
    <>
      You have no recovery codes. <Way href={makeCodes}>Make ten</Way> for the day on which nothing else is at
      hand.
    </>
  ),
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="text-link">
      {children}
    </a>
  )
}
