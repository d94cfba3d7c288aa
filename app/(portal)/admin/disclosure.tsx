import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

type DisclosureProps = { title: string; isOpen?: boolean; children: ReactNode }

/** Folded away until it is wanted; open by itself when its form has been answered. */
export function Disclosure({ title, isOpen, children }: DisclosureProps) {
  return (
    <details className="group rounded-card border border-border" open={isOpen || undefined}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-card px-4 font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="px-4 pt-2 pb-4">{children}</div>
    </details>
  )
}
