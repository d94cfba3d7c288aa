'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'

/** A window with an address of its own, which only a click on the list opens: closing it is going back. */
export function Window({ title, children }: { title: string; children: ReactNode }) {
  const router = useRouter()
  return (
    <Dialog title={title} onClose={() => router.back()}>
      {children}
    </Dialog>
  )
}
