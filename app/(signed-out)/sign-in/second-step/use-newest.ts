import { useState } from 'react'
import type { FormState } from '@/lib/form'

/** The error of an answer, until the page says something newer: a text was sent, an alert was denied. */
export function useNewest(error: string | undefined, state: FormState, news: string): string | undefined {
  const [answered, setAnswered] = useState({ state, news })
  if (answered.state !== state) setAnswered({ state, news })
  const isOld = answered.state === state && answered.news !== news
  return isOld ? undefined : error
}
