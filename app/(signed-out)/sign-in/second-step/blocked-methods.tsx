import { Alert } from '@/components/ui/alert'
import type { Method } from '@/lib/access/methods'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Offer } from '@/lib/sign-in/second-step'

/** What the person has and cannot use at this moment, and why: one sentence for each reason. */
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
        <Alert tone="warn" title={`Not working just now: ${list(down.map((method) => names[method]))}`}>
          <p>
            The service behind {down.length === 1 ? 'that' : 'them'} does not answer.
            {offer.methods.length > 0 && ' What you see below works.'}
          </p>
        </Alert>
      )}
      {areTokensDisabled && (
        <Alert tone="warn" title="Tokens are switched off for your account">
          <p>There were too many wrong ones. An admin of your firm can unlock them.</p>
        </Alert>
      )}
      {closedFor('pushes-locked').length > 0 && (
        <p className="text-sm text-text-muted">
          No requests are sent to your phone, since one of them was denied. Once you are signed in you can
          switch them on again in Account, Security.
        </p>
      )}
      {disabled.includes('recovery-code') && (
        <p className="text-sm text-text-muted">
          Your recovery codes are closed after too many wrong ones. Make a new set once you are signed in.
        </p>
      )}
      {closedFor('locked').length > 0 && pending.codesLockedUntil && (
        <p className="text-sm text-text-muted">
          After too many wrong recovery codes, the next one can be typed at{' '}
          {pending.codesLockedUntil.toISOString().slice(11, 16)} UTC.
        </p>
      )}
    </>
  )
}

function NothingLeft({ pending, isMoment }: { pending: PendingSignIn; isMoment: boolean }) {
  return (
    <Alert tone="danger" role="alert" title="None of your ways works at this moment">
      {isMoment ? (
        <p>
          Wait a minute, then{' '}
          <a href="/sign-in/second-step" className="text-link">
            look again
          </a>
          .
        </p>
      ) : (
        <p>Ask an admin of {pending.firmName}, or go on without your phone below.</p>
      )}
    </Alert>
  )
}

const names: Record<Method, string> = {
  push: 'requests on your phone',
  text: 'texts',
  app: 'tokens of the Authy app',
  passkey: 'passkeys',
  'recovery-code': 'recovery codes',
}

function list(words: string[]): string {
  return new Intl.ListFormat('en').format(words)
}
