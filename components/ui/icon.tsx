import { clsx } from 'clsx/lite'
import icons from './icons.svg'

export const iconNames = [
  'arrow-down',
  'arrow-up',
  'ban',
  'book-open',
  'bookmark',
  'chart-column',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-check',
  'circle-exclamation-point',
  'circle-question-mark',
  'circle-user',
  'clock',
  'clock-exclamation-point',
  'eye',
  'eye-off',
  'hourglass',
  'house',
  'inbox',
  'info',
  'keyboard',
  'log-out',
  'mail',
  'menu',
  'pause',
  'pencil',
  'phone',
  'plus',
  'scroll-text',
  'search',
  'shield',
  'shield-check',
  'shield-exclamation-point',
  'smartphone',
  'triangle-exclamation-point',
  'user-plus',
  'users',
  'x',
] as const

export type IconName = (typeof iconNames)[number]

/** A drawing from one cached sprite: no script, and a few bytes in each of fifty rows. */
export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg aria-hidden="true" width={size} height={size} className={clsx('icon', className)}>
      <use href={`${icons.src}#${name}`} />
    </svg>
  )
}
