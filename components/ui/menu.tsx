import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

type MenuProps = {
  id: string
  button: ReactNode
  /** The look of the button. */
  className?: string
  /** Hangs from the right edge of the button, or spans the window on phones. */
  placement?: 'end' | 'wide'
  children: ReactNode
}

/** A popover: the browser itself opens it, closes it on Escape and outside clicks, and gives the focus back. */
export function Menu({ id, button, className = 'tab', placement, children }: MenuProps) {
  return (
    <>
      <button type="button" popoverTarget={id} className={className}>
        {button}
        <Icon name="chevron-down" size={14} />
      </button>
      <div id={id} popover="auto" className={clsx('menu', placement && `menu-${placement}`)}>
        {children}
      </div>
    </>
  )
}
