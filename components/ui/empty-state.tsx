import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'

type EmptyStateProps = { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-2 rounded-card border border-dashed border-border px-6 py-12 text-center">
      <span className="mb-2 grid size-11 place-items-center rounded-full bg-hover text-text-muted">
        <Icon name={icon} size={20} />
      </span>
      <h2 className="text-base">{title}</h2>
      {children && <div className="max-w-md text-text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
