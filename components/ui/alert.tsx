import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone = 'ok' | 'warn' | 'danger' | 'info'

type AlertProps = {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  /** "alert" for what stops the person, "status" for what has just happened; leave out for what was always there. */
  role?: 'alert' | 'status'
  className?: string
}

export function Alert({ tone, title, children, role, className }: AlertProps) {
  return (
    <div role={role} className={clsx('alert', `alert-${tone}`, className)}>
      <Icon name={icons[tone]} size={18} className="h-lh" />
      <div className="grid min-w-0 grow gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="grid gap-2 text-text">{children}</div>}
      </div>
    </div>
  )
}

const icons: Record<Tone, IconName> = {
  ok: 'circle-check',
  warn: 'triangle-exclamation-point',
  danger: 'circle-exclamation-point',
  info: 'info',
}
