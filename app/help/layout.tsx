import type { ReactNode } from 'react'
import { PortalBar } from '@/app/(portal)/portal-bar'
import { BrandMark } from '@/components/ui/brand'
import { buttonClass } from '@/components/ui/button'
import { getActor } from '@/lib/session/guards'

export default async function HelpLayout({ children }: { children: ReactNode }) {
  const actor = await getActor()

  return (
    <>
      {actor ? <PortalBar actor={actor} /> : <PlainBar />}
      {children}
    </>
  )
}

function PlainBar() {
  return (
    <header className="border-b border-border bg-surface">
      <div className="mx-auto flex h-14 max-w-7xl items-center justify-between gap-4 px-4 sm:px-6">
        <a href="/" className="flex items-center gap-2.5 rounded-control font-semibold">
          <BrandMark />
          Partner Portal
        </a>
        <a href="/sign-in" className={buttonClass({ look: 'secondary' })}>
          Sign in
        </a>
      </div>
    </header>
  )
}
