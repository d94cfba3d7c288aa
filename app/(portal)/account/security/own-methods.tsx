import type { ReactNode } from 'react'
import { StandingCard } from '@/app/second-factor/standing-card'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon, type IconName } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import { isEnough } from '@/lib/access/methods'
import type { Standing } from '@/lib/account/queries'
import { isAsked } from '@/lib/account/rules'
import type { OwnMethod } from '@/lib/sign-in-methods/list-own-methods'
import { wrongTokensUntilDisabled } from '@/lib/sign-in-methods/lockout-rules'
import { codesPerSet } from '@/lib/sign-in-methods/recovery-codes/rules'
import { MethodFacts } from './method-facts'
import { OwnPhone } from './own-phone'

export function OwnMethods({ standing, methods }: { standing: Standing; methods: OwnMethod[] }) {
  const { own, role, policy } = standing.methods
  const left = own.recoveryCodesLeft
  const takesApps = isEnough('app', role, policy)

  return (
    <StandingCard title="Sign-in methods" standing={standing}>
      {!isAsked(standing) && (
        <p className="text-text-muted">
          Add a passkey or an authenticator app to require it at sign-in, even if your firm doesn't.
        </p>
      )}
      {standing.wrongTokensInRow >= wrongTokensUntilDisabled && (
        <Alert tone="danger" title="Tokens are disabled">
          <p>Too many wrong tokens were entered in a row. Ask an admin to unlock them.</p>
        </Alert>
      )}
      <ul className="grid divide-y divide-border border-y border-border">
        {methods.map((method) => (
          <MethodRow key={method.id} icon={method.kind === 'app' ? 'smartphone' : 'shield-check'}>
            <div className="min-w-0 grow basis-56">
              <p className="font-medium wrap-anywhere">{method.name}</p>
              <p className="text-text-muted">
                <MethodFacts method={method} />
              </p>
              <MethodTrouble method={method} isTaken={method.kind === 'passkey' || takesApps} />
            </div>
            <ButtonLink href={`/account/security/methods/${method.id}`} aria-label={`Edit ${method.name}`}>
              Edit
            </ButtonLink>
          </MethodRow>
        ))}
        {standing.mobileNumber && (
          <MethodRow icon="phone">
            <OwnPhone standing={standing} mobileNumber={standing.mobileNumber} />
          </MethodRow>
        )}
        <MethodRow icon="scroll-text">
          <div className="min-w-0 grow basis-56">
            <p className="font-medium">Recovery codes</p>
            <p className="text-text-muted">
              {left > 0
                ? `${left} of ${codesPerSet} left`
                : "None. Use these if you can't get to your phone."}
            </p>
          </div>
          <ButtonLink href="/account/security/recovery-codes">
            {left > 0 ? 'Generate new codes' : 'Generate recovery codes'}
          </ButtonLink>
        </MethodRow>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ButtonLink look="primary" href="/account/security/passkey">
          Add a passkey
        </ButtonLink>
        {takesApps && <ButtonLink href="/account/security/app">Add an authenticator app</ButtonLink>}
      </div>
    </StandingCard>
  )
}

function MethodRow({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex gap-3 py-3">
      <Icon name={icon} size={18} className="mt-px text-text-muted" />
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-2">{children}</div>
    </li>
  )
}

function MethodTrouble({ method, isTaken }: { method: OwnMethod; isTaken: boolean }) {
  if (method.isCopied) {
    return (
      <p className="mt-1">
        <Status tone="danger" icon="shield-exclamation-point">
          Disabled: possible copy
        </Status>
      </p>
    )
  }
  if (isTaken) return null
  return (
    <p className="mt-1">
      <Status tone="warn" icon="triangle-exclamation-point">
        Doesn't meet your firm's policy
      </Status>
    </p>
  )
}
