import type { Route } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'

type PaginationProps = { summary: string; previous?: Route | null; next?: Route | null }

/** Keyset pages know their neighbours, not their number. */
export function Pagination({ summary, previous, next }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-text-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        {previous && (
          <ButtonLink href={previous}>
            <Icon name="chevron-left" />
            Previous
            <LinkPending />
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={next}>
            Next
            <Icon name="chevron-right" />
            <LinkPending />
          </ButtonLink>
        )}
      </div>
    </nav>
  )
}
