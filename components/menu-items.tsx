import type { Route } from 'next'
import { NavLink } from '@/components/nav-link'
import { ThemeChoice, type ThemeChoiceProps } from '@/components/theme-choice'
import { Icon, type IconName } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'

export type PersonItemsProps = ThemeChoiceProps & {
  firmName: string
  personName: string
  personEmail: string
  signOut: () => Promise<void>
}

export function AdminItems() {
  return (
    <>
      <MenuLink href="/admin/employees" icon="users">
        Manage Employees
      </MenuLink>
      <MenuLink href="/admin/requests" icon="inbox">
        Requests
      </MenuLink>
      <MenuLink href="/admin/audit-log" icon="scroll-text">
        Audit log
      </MenuLink>
    </>
  )
}

export function SupportItems() {
  return (
    <>
      <MenuLink href="/support/cases" icon="inbox">
        Phone reset requests
      </MenuLink>
      <MenuLink href="/support/vendors" icon="smartphone">
        Migrate from Authy
      </MenuLink>
      <MenuLink href="/support/statistics" icon="chart-column">
        Reports
      </MenuLink>
      <MenuLink href="/support/articles" icon="book-open">
        Articles
      </MenuLink>
    </>
  )
}

export function PersonItems({
  firmName,
  personName,
  personEmail,
  theme,
  chooseTheme,
  signOut,
}: PersonItemsProps) {
  return (
    <>
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="font-medium">{personName}</p>
        <p className="break-all text-text-muted">{personEmail}</p>
        <p className="mt-1 text-xs text-text-muted">{firmName}</p>
      </div>
      <hr className="my-1.5 border-border" />
      <MenuLink href="/account/security" icon="shield-check">
        Account security
      </MenuLink>
      <ThemeChoice theme={theme} chooseTheme={chooseTheme} />
      <hr className="my-1.5 border-border" />
      <PostForm action={signOut}>
        <button type="submit" className="menu-item">
          <Icon name="log-out" />
          Sign out
        </button>
      </PostForm>
    </>
  )
}

export function MenuLink({ href, icon, children }: { href: Route; icon: IconName; children: string }) {
  return (
    <NavLink href={href} className="menu-item">
      <Icon name={icon} />
      {children}
    </NavLink>
  )
}
