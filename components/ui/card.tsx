import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'

type CardProps = { title?: ReactNode; action?: ReactNode; children: ReactNode; className?: string }

export function Card({ title, action, children, className }: CardProps) {
  return (
    <section className={clsx('rounded-card border border-border bg-surface p-5 sm:p-6', className)}>
      {(title || action) && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-base">{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}
