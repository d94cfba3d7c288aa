'use client'

import { useSyncExternalStore } from 'react'

/** False on the server and while the page wakes up: what only a script can do is not offered before. */
export function useScript(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
