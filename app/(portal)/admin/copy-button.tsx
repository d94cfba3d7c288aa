'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useScript } from '@/components/ui/use-script'

/** Needs a script: without one the text beside it is selected by hand. */
export function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false)
  if (!useScript()) return null

  return (
    <Button
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
    >
      <span role="status">{isCopied ? 'Copied' : 'Copy'}</span>
    </Button>
  )
}
