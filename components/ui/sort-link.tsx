import type { Route } from 'next'
import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'

type SortLinkProps = { href: Route; direction?: 'ascending' | 'descending'; children: string }

/** The head of a column that sorts its table, with the present direction. */
export function SortLink({ href, direction, children }: SortLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={direction ? 'true' : undefined}
      className="inline-flex min-h-6 items-center gap-1 rounded-xs hover:text-text aria-current:font-semibold aria-current:text-text"
    >
      {children}
      {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />}
      {direction && <span className="sr-only">, {direction}</span>}
      <LinkPending />
    </Link>
  )
}
