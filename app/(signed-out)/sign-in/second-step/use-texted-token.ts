'use client'

import { useEffect } from 'react'

type OneTimeCodes = CredentialsContainer & {
  get(wanted: { otp: { transport: ['sms'] }; signal: AbortSignal }): Promise<{ code: string } | null>
}

/** Has a browser with WebOTP read the token from the text, enter it and sign in. Ends when the form is sent. */
export function useTextedToken(isTexted: boolean): void {
  useEffect(() => {
    const field = document.querySelector<HTMLInputElement>('#token')
    const form = field?.form
    if (!isTexted || !form || !('OTPCredential' in window)) return
    const over = new AbortController()
    const { signal } = over
    form.addEventListener('submit', () => over.abort(), { signal })
    const codes = navigator.credentials as OneTimeCodes
    codes
      .get({ otp: { transport: ['sms'] }, signal })
      .then((found) => {
        if (!found) return
        field.value = found.code
        form.requestSubmit()
      })
      // Closed by the person, or nothing came: the token can be typed.
      .catch(() => {})
    return () => over.abort()
  }, [isTexted])
}
