'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/form'

/** Radio buttons have their error on the group. */
const wrongField = '[aria-invalid="true"], fieldset[aria-describedby$="-error"] input'

/** A form that came back with an error has the focus where the error is. */
export function useWrongField(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (Object.keys(state.errors).length > 0) form.current?.querySelector<HTMLElement>(wrongField)?.focus()
  }, [state])

  return form
}
