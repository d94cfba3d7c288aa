'use client'

import { useEffect, useRef } from 'react'

/** The search of this list. What is being typed stays when another list arrives. */
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
      placeholder="Name or email"
      maxLength={100}
      className="input"
    />
  )
}
