import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'

export function MethodOn({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass({ look: 'primary', large: true })}>
      {children}
    </a>
  )
}
