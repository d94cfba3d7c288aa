import type { ReactNode } from 'react'
import { AppEnrollment } from '@/components/sign-in-methods/app-enrollment'
import { PasskeyAdd } from '@/components/sign-in-methods/passkey-add'
import { RecoveryCodesForm } from '@/components/sign-in-methods/recovery-codes'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'
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
  /** The person has a method that meets the firm's minimum: what is added now is a backup. */
  hasEnough: boolean
}

export function ChooseStep({ pending, now, hasEnough }: StepProps) {
  const title = hasEnough ? 'Add a backup method' : 'Your firm requires a stronger method'
  return (
    <Step
      title={title}
      about={
        hasEnough
          ? "With two methods, losing one device won't lock you out."
          : `You're verified. ${pending.firmName} requires a stronger sign-in method; add one to continue.`
      }
      back={hasEnough ? { href: '/sign-in/add-method?step=try', words: 'Skip for now' } : undefined}
    >
      <ul className="grid gap-3">
        <Choice
          href="/sign-in/add-method?method=passkey"
          title="Passkey"
          words="Fingerprint, face or PIN on this device, or a security key. Can't be phished."
        />
        {isEnough('app', now.role, now.policy) && (
          <Choice
            href="/sign-in/add-method?method=app"
            title="Authenticator app"
            words="An app on your phone shows a new token every 30 seconds, even offline."
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
      <Step title="Your firm doesn't allow authenticator apps" back={another}>
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
      about="Your browser will ask where to save it: this device, your password manager or a security key."
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
      about="Your new method is ready. Use recovery codes if you can't get to it."
      back={{ href: '/sign-in/add-method?step=try', words: 'Skip for now' }}
    >
      <RecoveryCodesForm
        make={generateCodesInSignInAction}
        done="/sign-in/add-method?step=try"
        left={now.own.recoveryCodesLeft}
        large
      />
      {now.own.recoveryCodesLeft === 0 && (
        <p className="text-sm text-text-muted">
          Without recovery codes or a backup method, a lost device means a phone reset request, which can take
          up to 72 hours.
        </p>
      )}
    </Step>
  )
}

export function TryStep({ now }: StepProps) {
  const count = countMethods(now)
  return (
    <Step
      title={count === 1 ? 'You have 1 sign-in method' : `You have ${count} sign-in methods`}
      about={
        now.own.passkeys > 0
          ? 'Try it now to make sure it works.'
          : "Try it now with the next token from your app. The one you just entered can't be used again."
      }
    >
      {now.own.recoveryCodesLeft === 0 && (
        <Alert tone="warn" title="You have no recovery codes">
          <p>
            They let you sign in right away if you lose your device.{' '}
            <a href="/sign-in/add-method" className="text-link">
              Save recovery codes
            </a>
          </p>
        </Alert>
      )}
      <ButtonLink href="/sign-in/second-step" look="primary" large>
        Try it now
      </ButtonLink>
      {count === 1 && (
        <p className="text-sm text-text-muted">
          If you lose that device, you'll have to wait for support.{' '}
          <a href="/sign-in/add-method?method=more" className="text-link">
            Add a backup method
          </a>
        </p>
      )}
    </Step>
  )
}

type Back = { href: string; words: string }

const another: Back = { href: '/sign-in/add-method', words: 'Choose another method' }
const skipped: Back = { href: '/sign-in/add-method?step=try', words: 'Skip for now' }

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
          <PostForm action={startAgainAction}>
            <button type="submit" className="text-link">
              Start again
            </button>
          </PostForm>
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
