import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Status } from '@/components/ui/status'
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
              confirmed <Time at={numberProvenAt} />
            </>
          ) : (
            'not confirmed yet'
          )}
        </p>
        {!isTaken && (
          <p className="mt-1">
            <Status tone="warn" icon="triangle-exclamation-point">
              Doesn't meet your firm's policy
            </Status>
          </p>
        )}
      </div>
      {!numberProvenAt && isReachable && (
        <ButtonLink href="/step-up?next=%2Faccount%2Fsecurity">Confirm my number</ButtonLink>
      )}
      {pushesLockedAt && (
        <Alert tone="warn" title="OneTouch alerts are turned off" className="basis-full">
          <p>
            An alert was denied on your phone on <Time at={pushesLockedAt} />. If you denied it by mistake,
            turn alerts back on. If someone else tried to sign in, change your password first.
          </p>
          <StepUpForm action={unlockPushesAction} button="Turn OneTouch alerts back on" />
        </Alert>
      )}
      {held?.requestedNumber && held.waitsUntil && (
        <p className="basis-full text-text-muted">
          A change to the number {maskMobileNumber(held.requestedNumber)} is pending. It takes effect when you
          confirm it with the link we emailed you, or on <Time at={held.waitsUntil} />. Not you? Use the link
          in the same email to cancel it.
        </p>
      )}
    </>
  )
}

function useOf({ vendor, vendorState, methods: { own } }: Standing): string {
  if (own.hasVendorApp) return 'OneTouch alerts and tokens'
  if (vendor === 'verify') return 'Text tokens'
  return vendorState === 'refused' ? 'Refused for OneTouch and texts' : 'Being registered'
}
