'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/form'

/** Moves the focus to the first field with an error. Radio buttons have their error on the group. */
export function useFirstError(state: FormState) {
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (Object.keys(state.values).length === 0 && Object.keys(state.errors).length === 0) return
    form.current
      ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby$="-error"] input')
      ?.focus()
  }, [state])
  return form
}
