import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { PageHeading } from '@/components/ui/page-heading'

type PageHeaderProps = {
  title: ReactNode
  /** Below the second level: the pages above, without the page itself. */
  breadcrumbs?: { label: string; href: Route }[]
  about?: ReactNode
  action?: ReactNode
}

export function PageHeader({ title, breadcrumbs = [], about, action }: PageHeaderProps) {
  return (
    <div className="mb-6 grid gap-2">
      {breadcrumbs.length > 0 && (
        <nav aria-label="Breadcrumb">
          <ol className="flex flex-wrap items-center gap-1.5 text-text-muted">
            {breadcrumbs.map((step, index) => (
              <li key={step.label} className="flex items-center gap-1.5">
                {index > 0 && <Icon name="chevron-right" size={14} />}
                <Link
                  href={step.href}
                  prefetch={false}
                  className="rounded-xs hover:text-text hover:underline"
                >
                  {step.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <PageHeading>{title}</PageHeading>
        {action}
      </div>
      {about && <p className="max-w-2xl text-text-muted">{about}</p>}
    </div>
  )
}
