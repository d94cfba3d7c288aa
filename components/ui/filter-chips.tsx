import type { Route } from 'next'
import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'

type FilterChipsProps = {
  label: string
  chips: { label: string; href: Route; count?: number | string; on: boolean }[]
  /** Where all filters are off; shown while one is on. */
  clear?: Route
}

/** Filters are links, so the address bar holds them and they need no script. */
export function FilterChips({ label, chips, clear }: FilterChipsProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <Link
          key={chip.label}
          href={chip.href}
          prefetch={false}
          className="chip"
          aria-current={chip.on ? 'true' : undefined}
        >
          {chip.on && <Icon name="check" size={14} />}
          {chip.label}
          {chip.count !== undefined && (
            <span className="tabular-nums">{chip.count.toLocaleString('en')}</span>
          )}
          <LinkPending />
        </Link>
      ))}
      {clear && chips.some((chip) => chip.on) && (
        <Link href={clear} prefetch={false} className="button button-quiet">
          <Icon name="x" />
          Clear all
          <LinkPending />
        </Link>
      )}
    </nav>
  )
}
