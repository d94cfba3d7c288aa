import type { ReactNode } from 'react'
import { AppEnrollment } from '@/components/sign-in-methods/app-enrollment'
import { PasskeyAdd } from '@/components/sign-in-methods/passkey-add'
import { RecoveryCodesForm } from '@/components/sign-in-methods/recovery-codes'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { countMethods } from '@/lib/access/count-methods'
import { isEnough } from '@/lib/access/methods'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { MethodsNow } from '@/lib/sign-in-methods/queries'
import { startAgainAction } from '../second-step/actions'
import {
  addPasskeyInSignInAction,
  confirmAppInSignInAction,
  generateCodesInSignInAction,
  startAppInSignInAction,
  startPasskeyRegistrationInSignInAction,
} from './actions'

type StepProps = {
  pending: PendingSignIn
  now: MethodsNow
  /** A way that the firm takes is there: what is added now is one more. */
  hasEnough: boolean
}

export function ChooseStep({ pending, now, hasEnough }: StepProps) {
  const title = hasEnough ? 'Add one more way' : 'Your firm asks for a stronger way'
  return (
    <Step
      title={title}
      about={
        hasEnough
          ? 'With two ways in, losing one device does not lock you out.'
          : `You have shown that it is you. ${pending.firmName} asks for more than that way: choose how you sign in from now on.`
      }
      back={hasEnough ? { href: '/sign-in/add-method?step=try', words: 'Go on without it' } : undefined}
    >
      <ul className="grid gap-3">
        <Choice
          href="/sign-in/add-method?method=passkey"
          title="Passkey"
          words="The fingerprint, face or PIN of this device, or a security key. Nobody can trick you out of it."
        />
        {isEnough('app', now.role, now.policy) && (
          <Choice
            href="/sign-in/add-method?method=app"
            title="Authenticator app"
            words="An app on your phone makes a new token every 30 seconds, also without a network."
          />
        )}
      </ul>
    </Step>
  )
}

export function AppStep({ now, hasEnough }: StepProps) {
  const page = '/sign-in/add-method?method=app'
  if (!isEnough('app', now.role, now.policy)) {
    return (
      <Step title="Your firm does not take apps" back={another}>
        <p>Add a passkey instead.</p>
      </Step>
    )
  }
  return (
    <Step title="Add an authenticator app" back={hasEnough ? skipped : another}>
      <AppEnrollment start={startAppInSignInAction} confirm={confirmAppInSignInAction} page={page} large />
    </Step>
  )
}

export function PasskeyStep({ hasEnough }: StepProps) {
  return (
    <Step
      title="Add a passkey"
      about="Your browser asks how to keep it: on this device, in your password manager or on a security key."
      back={hasEnough ? skipped : another}
    >
      <PasskeyAdd ask={startPasskeyRegistrationInSignInAction} add={addPasskeyInSignInAction} large />
    </Step>
  )
}

export function CodesStep({ now }: StepProps) {
  return (
    <Step
      title="Save recovery codes"
      about="Your new way in is ready. Recovery codes are for the day on which it is not at hand."
      back={{ href: '/sign-in/add-method?step=try', words: 'Go on without new codes' }}
    >
      <RecoveryCodesForm
        make={generateCodesInSignInAction}
        done="/sign-in/add-method?step=try"
        left={now.own.recoveryCodesLeft}
        large
      />
      {now.own.recoveryCodesLeft === 0 && (
        <p className="text-sm text-text-muted">
          Without them, and without a second way in, a lost device means a request that can take up to 72
          hours.
        </p>
      )}
    </Step>
  )
}

export function TryStep({ now }: StepProps) {
  const count = countMethods(now)
  return (
    <Step
      title={count === 1 ? 'You have 1 way in' : `You have ${count} ways in`}
      about={
        now.own.passkeys > 0
          ? 'Try it now, so that you know it works.'
          : 'Try it now with the next token of your app: the one you have just typed is used up.'
      }
    >
      {now.own.recoveryCodesLeft === 0 && (
        <Alert tone="warn" title="You have no recovery codes">
          <p>
            If your device is lost, they let you in at once.{' '}
            <a href="/sign-in/add-method" className="text-link">
              Save recovery codes
            </a>
          </p>
        </Alert>
      )}
      <ButtonLink href="/sign-in/second-step?added=1" look="primary" large>
        Try it now
      </ButtonLink>
      {count === 1 && (
        <p className="text-sm text-text-muted">
          One device can be lost.{' '}
          <a href="/sign-in/add-method?method=more" className="text-link">
            Add one more way
          </a>
        </p>
      )}
    </Step>
  )
}

type Back = { href: string; words: string }

const another: Back = { href: '/sign-in/add-method', words: 'Choose another way' }
const skipped: Back = { href: '/sign-in/add-method?step=try', words: 'Go on without it' }

type StepFrame = { title: string; about?: string; back?: Back; children: ReactNode }

function Step({ title, about, back, children }: StepFrame) {
  return (
    <SignedOutShell
      title={title}
      about={about && <p>{about}</p>}
      otherMethods={
        <>
          {back && (
            <a href={back.href} className="text-link">
              {back.words}
            </a>
          )}
          <form action={startAgainAction}>
            <button type="submit" className="text-link">
              Start again
            </button>
          </form>
        </>
      }
    >
      {children}
    </SignedOutShell>
  )
}

function Choice({ href, title, words }: { href: string; title: string; words: string }) {
  return (
    <li>
      <a
        href={href}
        className="flex items-center gap-3 rounded-card border border-border px-4 py-3 hover:bg-hover"
      >
        <span className="grid grow gap-0.5">
          <span className="font-medium text-accent">{title}</span>
          <span className="text-sm text-text-muted">{words}</span>
        </span>
        <Icon name="chevron-right" />
      </a>
    </li>
  )
}
