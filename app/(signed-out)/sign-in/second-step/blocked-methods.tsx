import { codesDisabled } from '@/app/second-factor/sentences'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import type { Method } from '@/lib/access/methods'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Offer } from '@/lib/sign-in/second-step'

/** What the person has and cannot use right now, with one sentence for each reason. */
export function ClosedMethods({ pending, offer }: { pending: PendingSignIn; offer: Offer }) {
  const closedFor = (reason: Offer['closed'][number]['why']) =>
    offer.closed.filter(({ why }) => why === reason).map(({ method }) => method)
  const down = closedFor('vendor-down')
  const disabled = closedFor('disabled')
  const areTokensDisabled = disabled.includes('text') || disabled.includes('app')

  return (
    <>
      {offer.methods.length === 0 && <NothingLeft pending={pending} isMoment={down.length > 0} />}
      {down.length > 0 && (
        <Alert tone="warn" title={`Not working right now: ${list(down.map((method) => names[method]))}`}>
          <p>
            The service isn't responding.
            {offer.methods.length > 0 && ' Use one of the methods below.'}
          </p>
        </Alert>
      )}
      {areTokensDisabled && (
        <Alert tone="warn" title="Tokens are turned off for your account">
          <p>There were too many wrong tokens. Ask an admin at your firm to unlock them.</p>
        </Alert>
      )}
      {closedFor('pushes-locked').length > 0 && (
        <p className="text-sm text-text-muted">
          OneTouch alerts are turned off because one was denied. You can turn them back on in Account security
          after you sign in.
        </p>
      )}
      {closedFor('pushes-paused').length > 0 && offer.pushesPausedUntil && (
        <p className="text-sm text-text-muted">
          We sent 3 OneTouch alerts without a sign-in. You can send another one{' '}
          <Time at={offer.pushesPausedUntil} from={new Date()} />.
        </p>
      )}
      {disabled.includes('recovery-code') && <p className="text-sm text-text-muted">{codesDisabled}</p>}
      {closedFor('locked').length > 0 && pending.codesLockedUntil && (
        <p className="text-sm text-text-muted">
          Too many wrong recovery codes. Try again <Time at={pending.codesLockedUntil} from={new Date()} />.
        </p>
      )}
    </>
  )
}

function NothingLeft({ pending, isMoment }: { pending: PendingSignIn; isMoment: boolean }) {
  return (
    <Alert tone="danger" role="alert" title="None of your sign-in methods works right now">
      {isMoment ? (
        <p>
          Wait a minute, then{' '}
          <a href="/sign-in/second-step" className="text-link">
            try again
          </a>
          .
        </p>
      ) : (
        <p>
          Ask an admin at {pending.firmName}, or select <em>I don't have access to my phone</em> below.
        </p>
      )}
    </Alert>
  )
}

const names: Record<Method, string> = {
  push: 'OneTouch alerts',
  text: 'texts',
  app: 'tokens from the Authy app',
  passkey: 'passkeys',
  'recovery-code': 'recovery codes',
}

function list(words: string[]): string {
  return new Intl.ListFormat('en').format(words)
}
