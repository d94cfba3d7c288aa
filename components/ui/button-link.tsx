import { clsx } from 'clsx/lite'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from '@/components/ui/button'

type ButtonLinkProps<Address extends string> = ButtonLook & {
  href: Route<Address>
  children: ReactNode
  className?: string
  'aria-label'?: string
}

/** A link in the shape of a button. A link goes somewhere; a button does something. */
export function ButtonLink<Address extends string>({
  href,
  look,
  large,
  icon,
  className,
  ...rest
}: ButtonLinkProps<Address>) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={clsx(buttonClass({ look, large, icon }), className)}
      {...rest}
    />
  )
}
