import { clsx } from 'clsx/lite'
import type { ComponentProps } from 'react'

export type ButtonLook = {
  look?: 'primary' | 'secondary' | 'quiet' | 'link'
  /** 44 pixels instead of 36, as on the signed-out pages. */
  large?: boolean
  /** Square, for a single icon; needs an aria-label. */
  icon?: boolean
}

type ButtonProps = ComponentProps<'button'> & ButtonLook & { pending?: boolean }

/** A pending button stays focusable and keeps its label; it only stops answering. */
export function Button({ look, large, icon, pending, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(buttonClass({ look, large, icon }), className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
    />
  )
}

export function buttonClass({ look = 'secondary', large, icon }: ButtonLook) {
  return clsx('button', `button-${look}`, large && 'roomy', icon && 'button-icon')
}
