import { Card } from '@/components/ui/card'
import type { Role } from '@/lib/access/policy'

export function HelpLinks({ role }: { role: Role }) {
  const links = role === 'admin' ? [...forAdmins, ...forEveryone] : forEveryone

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
    </Card>
  )
}

const forAdmins = [
  ['/help/two-factor-authentication#record-mobile-numbers', 'Record mobile numbers'],
  ['/help/two-factor-authentication#turn-it-on', 'Turn two-factor authentication on'],
] as const

const forEveryone = [
  ['/help/two-factor-authentication#sign-in-with-onetouch', 'Sign in with OneTouch'],
  ['/help/two-factor-authentication#sign-in-with-a-token', 'Sign in with a token'],
  ['/help/sign-in-methods#compare-sign-in-methods', 'Compare sign-in methods'],
  ['/help/sign-in-methods#recovery-codes', 'Recovery codes'],
  ['/help/two-factor-authentication#use-several-devices', 'Use several devices'],
  ['/help/lost-phone', 'When a phone is lost'],
] as const
