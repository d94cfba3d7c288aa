'use client'

import { type ReactNode, useEffect, useRef } from 'react'

let isFirst = true

/** The title of a page. It gets the focus when the page replaces another without being loaded, so that the change is heard. */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const { activeElement } = document
    const isTaken = activeElement?.closest('main, dialog') && !activeElement.matches('main')
    if (!isFirst && !isTaken) heading.current?.focus()
    isFirst = false
  }, [])

  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl tracking-tight">
      {children}
    </h1>
  )
}
