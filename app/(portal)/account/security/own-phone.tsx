import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import { isEnough } from '@/lib/access/methods'
import type { Standing } from '@/lib/account/queries'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { unlockPushesAction } from './actions'
import { StepUpForm } from './step-up-form'

/** The number on file: an admin changes it, its owner confirms it. */
export function OwnPhone({ standing, mobileNumber }: { standing: Standing; mobileNumber: string }) {
  const { numberProvenAt, pushesLockedAt, methods } = standing
  const isReachable = methods.own.hasVendorApp || standing.vendor === 'verify'
  const isTaken = (['push', 'text'] as const).some((method) => isEnough(method, methods.role, methods.policy))
  const [held] = standing.cases

  return (
    <>
      <div className="min-w-0 grow basis-56">
        <p className="font-medium">Phone {maskMobileNumber(mobileNumber)}</p>
        <p className="text-text-muted">
          {useOf(standing)},{' '}
          {numberProvenAt ? (
            <>
              confirmed <UtcTime at={numberProvenAt} />
            </>
          ) : (
            'not confirmed yet'
          )}
        </p>
        {!isTaken && (
          <p className="mt-1">
            <Status tone="warn" icon="triangle-exclamation-point">
              Not enough for your firm
            </Status>
          </p>
        )}
      </div>
      {!numberProvenAt && isReachable && (
        <ButtonLink href="/step-up?next=%2Faccount%2Fsecurity">Confirm my number</ButtonLink>
      )}
      {pushesLockedAt && (
        <Alert tone="warn" title="Requests on your phone are switched off" className="basis-full">
          <p>
            One was denied there <UtcTime at={pushesLockedAt} />. If that was you, by mistake, switch them on
            again. If somebody else tried to sign in, change your password first.
          </p>
          <StepUpForm action={unlockPushesAction} button="Switch requests on again" />
        </Alert>
      )}
      {held?.requestedNumber && held.waitsUntil && (
        <p className="basis-full text-text-muted">
          A new number {maskMobileNumber(held.requestedNumber)} is waiting. It starts to work once you confirm
          it with the link in the mail, at the latest <UtcTime at={held.waitsUntil} />. Not you? The same mail
          has <em>Stop this request</em>.
        </p>
      )}
    </>
  )
}

function useOf({ vendor, vendorState, methods: { own } }: Standing): string {
  if (own.hasVendorApp) return 'OneTouch requests and tokens'
  if (vendor === 'verify') return 'Texted tokens'
  return vendorState === 'refused' ? 'Refused for OneTouch and texts' : 'Being registered'
}
