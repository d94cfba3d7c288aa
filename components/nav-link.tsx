'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type NavLinkProps = { href: Route; className: string; children: ReactNode }

/** Marks itself when it is the current page, and closes the menu it is in. */
export function NavLink({ href, className, children }: NavLinkProps) {
  const path = usePathname()
  const current = path === href ? 'page' : path.startsWith(`${href}/`) && href !== '/' ? 'true' : undefined

  return (
    <Link
      href={href}
      className={className}
      aria-current={current}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      {children}
    </Link>
  )
}
