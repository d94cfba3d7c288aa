import type { ReactNode } from 'react'
import { requireActor } from '@/lib/session/guards'
import { PortalBar } from './portal-bar'

/** The frame. It guards itself only: a layout is not asked again when a page beneath it is, so each page has its own guard. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()

  return (
    <>
      <PortalBar actor={actor} />
      {children}
    </>
  )
}
