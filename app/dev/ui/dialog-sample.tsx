'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

export function DialogSample({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)

  return (
    <>
      <Button onClick={() => setOpen(true)}>Open dialog</Button>
      {open && (
        <Dialog title="Edit Employee" onClose={() => setOpen(false)}>
          {children}
        </Dialog>
      )}
    </>
  )
}
