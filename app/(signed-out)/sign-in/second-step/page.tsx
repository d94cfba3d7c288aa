import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Notice } from '@/components/ui/notice'
import { maskMobileNumber } from '@/lib/mobile-number'
import { getSecondStep } from '@/lib/second-factor/queries'
import { settleWaiting } from '@/lib/second-factor/settle-push'
import { requirePendingSignIn } from '@/lib/session/guards'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { HelpLink } from '../../help-link'
import { SetUpWays } from '../lost-phone/set-up-ways'
import { sendTokenAction, startAgainAction } from './actions'
import { PushPanel } from './push-panel'
import { TextForm } from './text-form'
import { TokenForm } from './token-form'

export const metadata: Metadata = { title: 'Second step' }

export default async function SecondStepPage({ searchParams }: PageProps<'/sign-in/second-step'>) {
  const pending = await requirePendingSignIn()
  if (pending.isReset) return <AfterReset pending={pending} />
  const { ready, typing } = await searchParams
  await settleWaiting(pending.pendingId)
  const { push, text, tokensLockedUntil } = await getSecondStep(pending)
  const phone = pending.mobileNumber ? maskMobileNumber(pending.mobileNumber) : null

  const isWaiting = push?.status === 'sending' || push?.status === 'pending'
  // A page that answers a form holds words that must stay; one that is being typed into must not vanish either.
  const isAnswer = (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
  const refreshes = isWaiting && !isAnswer && !typing

  return (
    <SignedOutShell
      title="Enter your authentication key"
      about={
        <p>
          Signing in as <strong>{pending.email}</strong>. Either way is enough.
        </p>
      }
      otherWays={
        <>
          <form action="/sign-in/lost-phone">
            <button type="submit" className="text-link">
              I don't have access to my phone
            </button>
          </form>
          <StartAgain />
        </>
      }
    >
      {ready && (
        <Notice tone="ok" role="status">
          Your new phone works. Sign in with it now.
        </Notice>
      )}
      {refreshes && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
          <p className="mb-4 text-sm text-text-muted">
            This page looks every 5 seconds whether you have approved.{' '}
            <a href="/sign-in/second-step?typing=1" className="text-link">
              Stop that to type a token
            </a>
          </p>
        </noscript>
      )}
      <PushPanel push={push} phone={phone} />
      <p className="flex items-center gap-3 text-sm text-text-muted before:h-px before:grow before:bg-border after:h-px after:grow after:bg-border">
        or
      </p>
      <TokenForm isLocked={tokensLockedUntil !== null} />
      <TextForm text={text} phone={phone} action={sendTokenAction} />
    </SignedOutShell>
  )
}

/** The old phone was taken away and no other has come in its place: there is nothing to ring, and nothing to text to. */
function AfterReset({ pending }: { pending: PendingSignIn }) {
  return (
    <SignedOutShell
      title="Set up your new phone"
      otherWays={
        <>
          <HelpLink to="set-up" />
          <StartAgain />
        </>
      }
    >
      <SetUpWays pending={pending} />
    </SignedOutShell>
  )
}

function StartAgain() {
  return (
    <form action={startAgainAction}>
      <button type="submit" className="text-link">
        Start again
      </button>
    </form>
  )
}
