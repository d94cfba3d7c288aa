'use client'

import { Crash } from '@/components/crash'

export default function PageError(props: { error: unknown; retry: () => void }) {
  return <Crash {...props} />
}
