import { cookies } from 'next/headers'
import { chooseThemeAction } from '@/app/choose-theme'
import { themeFrom } from '@/components/theme'
import { TopBar } from '@/components/top-bar'
import type { Actor } from '@/lib/access/policy'
import { countUnread } from '@/lib/notifications/queries'
import { signOutAction } from './actions'

export async function PortalBar({ actor }: { actor: Actor }) {
  const unread = await countUnread(actor)
  return (
    <TopBar
      firmName={actor.firmName}
      personName={actor.name}
      personEmail={actor.email}
      role={actor.role}
      unread={unread}
      theme={themeFrom((await cookies()).get('theme')?.value)}
      chooseTheme={chooseThemeAction}
      signOut={signOutAction}
    />
  )
}
