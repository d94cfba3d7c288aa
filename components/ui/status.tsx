import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Tone } from './alert'

type StatusProps = { tone: Tone | 'neutral'; icon: IconName; children: ReactNode }

/** State by three signals: icon, word and tint. */
export function Status({ tone, icon, children }: StatusProps) {
  return (
    <span className={`status status-${tone}`}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  )
}
