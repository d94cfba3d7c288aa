'use client'

import { useEffect, useRef } from 'react'

/** What the list was searched for. Whoever is typing already keeps the words when another list arrives meanwhile. */
export function SearchField({ q }: { q: string }) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef(q)

  useEffect(() => {
    if (field.current?.value === before.current) field.current.value = q
    before.current = q
  }, [q])

  return (
    <input
      ref={field}
      type="search"
      id="q"
      name="q"
      defaultValue={q}
      placeholder="Name or e-mail"
      maxLength={100}
      className="input"
    />
  )
}
