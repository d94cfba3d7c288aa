'use client'

import { useSyncExternalStore } from 'react'

/** False on the server and until the page is hydrated: nothing that needs a script is offered before. */
export function useScript(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
