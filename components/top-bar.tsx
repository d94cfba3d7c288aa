import {
  AdminItems,
  MenuLink,
  PersonItems,
  type PersonItemsProps,
  SupportItems,
} from '@/components/menu-items'
import { NavLink } from '@/components/nav-link'
import { BrandMark } from '@/components/ui/brand'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'

type TopBarProps = PersonItemsProps & {
  role: 'admin' | 'tech' | 'support'
  /** Unread notifications. */
  unread?: number
}

export function TopBar(props: TopBarProps) {
  return (
    <header className="border-b border-border bg-surface">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-4 px-4 sm:px-6">
        <NavLink href="/" className="flex min-w-0 items-center gap-2.5 rounded-control font-semibold">
          <BrandMark />
          <span className="truncate">Partner Portal</span>
        </NavLink>
        <WideBar {...props} />
        <PhoneMenu {...props} />
      </div>
    </header>
  )
}

function WideBar(props: TopBarProps) {
  return (
    <>
      <nav aria-label="Main" className="flex items-center gap-1 max-md:hidden">
        <NavLink href="/" className="tab">
          Home
        </NavLink>
        {props.role === 'admin' && (
          <Menu id="admin-menu" button="Admin" className="tab">
            <AdminItems />
          </Menu>
        )}
        {props.role === 'support' && (
          <Menu id="support-menu" button="Support" className="tab">
            <SupportItems />
          </Menu>
        )}
        <NavLink href="/help" className="tab">
          Help
        </NavLink>
      </nav>
      <div className="ml-auto flex min-w-0 items-center gap-1 max-md:hidden">
        <NavLink href="/account/notifications" className="tab shrink-0">
          <Icon name="mail" size={18} />
          <span className="max-lg:sr-only">Notifications</span>
          <Unread count={props.unread} />
        </NavLink>
        <Menu
          id="person-menu"
          placement="end"
          className="tab max-w-72"
          button={
            <>
              <Icon name="circle-user" size={18} />
              <span className="truncate">
                <span className="font-normal max-lg:sr-only">Signed in as </span>
                {props.personName}
              </span>
            </>
          }
        >
          <PersonItems {...props} />
        </Menu>
      </div>
    </>
  )
}

function PhoneMenu(props: TopBarProps) {
  return (
    <div className="ml-auto md:hidden">
      <Menu
        id="phone-menu"
        placement="wide"
        className="button button-quiet"
        button={
          <>
            Menu <Unread count={props.unread} />
          </>
        }
      >
        <nav aria-label="Main">
          <MenuLink href="/" icon="house">
            Home
          </MenuLink>
          {props.role === 'admin' && (
            <>
              <p className="px-2.5 pt-3 pb-1 text-xs text-text-muted">Admin</p>
              <AdminItems />
              <hr className="my-1.5 border-border" />
            </>
          )}
          {props.role === 'support' && (
            <>
              <p className="px-2.5 pt-3 pb-1 text-xs text-text-muted">Support</p>
              <SupportItems />
              <hr className="my-1.5 border-border" />
            </>
          )}
          <MenuLink href="/help" icon="circle-question-mark">
            Help
          </MenuLink>
        </nav>
        <hr className="my-1.5 border-border" />
        <NavLink href="/account/notifications" className="menu-item">
          <Icon name="mail" />
          Notifications <Unread count={props.unread} />
        </NavLink>
        <hr className="my-1.5 border-border" />
        <PersonItems {...props} />
      </Menu>
    </div>
  )
}

/** By number and word, never by color alone. */
function Unread({ count = 0 }: { count?: number }) {
  if (count === 0) return null
  return (
    <span className="rounded-full bg-accent px-1.5 text-xs text-accent-text tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> unread</span>
    </span>
  )
}
