'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

type SoftLinksProps = {
  /** What a closed window leaves the focus to, if nothing else has it. */
  focusOn?: string
  renderedAt: number
}

/** One listener for all links marked data-soft, since a link component in each of fifty rows costs more than the rows. */
export function SoftLinks({ focusOn, renderedAt }: SoftLinksProps) {
  const router = useRouter()

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server places the focus anew
  useEffect(() => {
    if (focusOn && document.activeElement === document.body) document.getElementById(focusOn)?.focus()
  }, [focusOn, renderedAt])

  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      router.push((link.pathname + link.search) as Route, { scroll: false })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])

  return null
}
