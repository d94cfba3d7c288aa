import { cookies } from 'next/headers'
import { chooseThemeAction } from '@/app/choose-theme'
import { themeFrom } from '@/components/theme'
import { TopBar } from '@/components/top-bar'
import type { Actor } from '@/lib/access/policy'
import { signOutAction } from './actions'

export async function PortalBar({ actor }: { actor: Actor }) {
  return (
    <TopBar
      firmName={actor.firmName}
      personName={actor.name}
      personEmail={actor.email}
      role={actor.role}
      theme={themeFrom((await cookies()).get('theme')?.value)}
      chooseTheme={chooseThemeAction}
      signOut={signOutAction}
    />
  )
}
