import { Card } from '@/components/ui/card'
import type { Role } from '@/lib/access/policy'

export function HelpLinks({ role }: { role: Role }) {
  const links = role === 'admin' ? forAdmins : forEveryone

  return (
    <Card title="Help">
      <ul className="grid gap-2">
        {links.map(([address, label]) => (
          <li key={address}>
            <a href={address} className="text-link">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-4 border-t border-border pt-4">
        <a href="/help" className="text-link">
          All help articles
        </a>
      </p>
    </Card>
  )
}

const compared = ['/help/sign-in-methods#compare-sign-in-methods', 'Compare sign-in methods'] as const

const forAdmins = [
  ['/help/two-factor-authentication#record-mobile-numbers', 'Record mobile numbers'],
  ['/help/two-factor-authentication#turn-it-on', 'Turn two-factor authentication on'],
  compared,
] as const

const forEveryone = [
  ['/help/two-factor-authentication#sign-in-with-onetouch', 'Sign in with OneTouch'],
  compared,
  ['/help/lost-phone', 'When a phone is lost'],
] as const
