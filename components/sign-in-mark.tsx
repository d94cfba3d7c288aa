'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Mark = createContext('')

/** Which sign-in the forms of a page belong to: a tab left open must not post for a newer one. */
export function SignInMark({ mark, children }: { mark: string; children: ReactNode }) {
  const around = useContext(Mark)
  return <Mark value={mark || around}>{children}</Mark>
}

export function useSignInMark(): string {
  return useContext(Mark)
}

export function SignInMarkField() {
  const mark = useContext(Mark)
  return mark && <input type="hidden" name="signIn" value={mark} />
}
