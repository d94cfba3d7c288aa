'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useScript } from '@/components/ui/use-script'

/** Only a script can copy: without one, text is selected by hand. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [isCopied, setCopied] = useState(false)
  if (!useScript()) return null

  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <>
      <Button onClick={() => void copy()}>{children}</Button>
      <span role="status" className="self-center text-text-muted empty:absolute">
        {isCopied ? 'Copied.' : null}
      </span>
    </>
  )
}
