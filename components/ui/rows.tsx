import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** Choices beneath each other. Each leads to a page, or unfolds. In a card they are hairlines; alone they are the card. */
export function Rows({ alone, children }: { alone?: boolean; children: ReactNode }) {
  return <ul className={clsx('rows', alone && 'rows-card')}>{children}</ul>
}

type RowProps = { title: string; about?: string }

export function LinkRow({ href, ...words }: RowProps & { href: string }) {
  return (
    <li>
      <a href={href} className="row">
        <RowWords {...words} />
        <Icon name="chevron-right" />
      </a>
    </li>
  )
}

type FoldRowProps = RowProps & { isOpen?: boolean; children: ReactNode }

export function FoldRow({ isOpen, children, ...words }: FoldRowProps) {
  return (
    <li>
      <details open={isOpen || undefined}>
        <summary className="row">
          <RowWords {...words} />
          <Icon name="chevron-right" />
        </summary>
        <div className="row-body">{children}</div>
      </details>
    </li>
  )
}

function RowWords({ title, about }: RowProps) {
  return (
    <span className="min-w-0">
      <span className="block font-medium">{title}</span>
      {about && <span className="block text-sm text-text-muted">{about}</span>}
    </span>
  )
}
