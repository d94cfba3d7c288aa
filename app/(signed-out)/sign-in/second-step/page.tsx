import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Fragment } from 'react'
import { EnrollmentOptions } from '@/app/(signed-out)/lost-phone/enrollment-options'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { PostForm } from '@/components/ui/post-form'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { readFlash } from '@/lib/session/flash'
import { requirePendingSignIn } from '@/lib/session/guards'
import { markOf, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import { getOffer, type Offer } from '@/lib/sign-in/second-step'
import type { LatestPush } from '@/lib/sign-in-methods/push/queries'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'
import { findLatestText, type LatestText } from '@/lib/sign-in-methods/tokens/queries'
import { getTrustDays } from '@/lib/sign-in-methods/trusted-browsers/queries'
import { HelpLink } from '../../help-link'
import { secondStepFlashes } from '../flashes'
import { startAgainAction } from './actions'
import { ClosedMethods } from './blocked-methods'
import { layoutOf } from './blocks'
import { NoPasskey } from './no-passkey'
import { OtherMethods } from './other-methods'
import { PasskeyButton } from './passkey-button'
import { PushPanel } from './push-panel'
import { type Main, TypedMethods } from './typed-methods'

export const metadata: Metadata = { title: 'Second step' }

export default async function SecondStepPage({ searchParams }: PageProps<'/sign-in/second-step'>) {
  const pending = await requirePendingSignIn()
  if (pending.isReset) return <AfterReset pending={pending} />
  const [params, received] = await Promise.all([searchParams, headers()])
  const flash = await readFlash(secondStepFlashes)
  const push = await settleThenReadPush(pending.pendingId)
  const [text, offer, allowedDays] = await Promise.all([
    findLatestText(pending),
    getOffer(pending),
    getTrustDays(pending),
  ])
  if (!offer) redirect('/sign-in?ended=1')
  const isProven = pending.provenBy && offer.leadsToAdding && !offer.methods.includes('recovery-code')
  if (isProven) redirect('/sign-in/add-method')

  const { methods, own, leadsToAdding } = offer
  const hasTokens = methods.includes('text') || methods.includes('app')
  // A recovery code always leads on: it is for a person who has lost everything else.
  const hasCodes = methods.includes('recovery-code') || (params.code && own.recoveryCodesLeft > 0)
  const isForCode = Boolean(hasCodes && (params.code || !hasTokens))
  const isWaiting = push?.status === 'sending' || push?.status === 'pending'
  // A page that answers a form holds a message that must stay; one that is being typed into must not reload either.
  const isAnswer = received.get('content-type')?.startsWith('multipart/form-data') ?? false
  const refreshes = isWaiting && !push.codeReason && !isAnswer && !isForCode && !params.typing
  const { blocks, others } = layoutOf(isForCode ? [...methods, 'recovery-code'] : methods, push !== null)
  const shown = {
    text,
    phone: pending.mobileNumber ? maskMobileNumber(pending.mobileNumber) : null,
    trustDays: pending.purpose === 'sign_in' && !leadsToAdding ? allowedDays : 0,
    isForCode,
    news: newsOf(text, push),
    isCodeTyped: isWaiting && push.codeReason !== null && !isForCode,
  }
  const main = mainOf({ offer, push, text, isForCode })

  return (
    <SignedOutShell
      signIn={markOf(pending)}
      title="Enter your authentication key"
      about={<About pending={pending} offer={offer} isChoice={blocks.length > 1} />}
      otherMethods={
        <>
          <form action="/lost-phone">
            <button type="submit" className="text-link">
              I don't have access to my phone
            </button>
          </form>
          <StartAgain />
        </>
      }
    >
      {params.other && (
        <Alert tone="warn" role="status" title="Nothing was sent">
          <p>That page belonged to another sign-in. You're now signing in as {pending.email}.</p>
        </Alert>
      )}
      {flash && (
        <Alert tone="ok" role="status">
          {secondStepFlashes[flash.key]}
        </Alert>
      )}
      {refreshes && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
          <p className="mb-4 text-sm text-text-muted">
            Checking for approval every 5 seconds.{' '}
            <a href="/sign-in/second-step?typing=1" className="text-link">
              Enter a token instead
            </a>
          </p>
        </noscript>
      )}
      <ClosedMethods pending={pending} offer={offer} />
      {blocks.map((block, index) => (
        <Fragment key={block}>
          {index === 1 && (
            <p className="flex items-center gap-3 text-sm text-text-muted before:h-px before:grow before:bg-border after:h-px after:grow after:bg-border">
              or
            </p>
          )}
          {block === 'passkey' && <PasskeyButton look="primary" />}
          {block === 'push' && <PushPanel push={push} methods={methods} {...shown} />}
          {block === 'typed' && <TypedMethods pending={pending} offer={offer} main={main} {...shown} />}
        </Fragment>
      ))}
      <OtherMethods others={others} hasTokens={hasTokens} {...shown} />
      {methods.every((method) => method === 'passkey' || method === 'recovery-code') &&
        methods.includes('passkey') && <NoPasskey pending={pending} codesLeft={own.recoveryCodesLeft} />}
    </SignedOutShell>
  )
}

function newsOf(text: LatestText | null, push: LatestPush | null): string {
  const isWaiting = push?.status === 'sending' || push?.status === 'pending'
  return [text?.sentInWindow, push?.pushId, !isWaiting && push?.status].join()
}

type MainFacts = { offer: Offer; push: LatestPush | null; text: LatestText | null; isForCode: boolean }

function mainOf({ offer: { methods }, push, text, isForCode }: MainFacts): Main {
  if (isForCode) return 'token'
  const isOpen = push?.status === 'sending' || push?.status === 'pending'
  if (push?.status === 'approved' || (isOpen && push.codeReason)) return 'push'
  if (methods[0] === 'passkey') return 'passkey'
  return methods[0] === 'text' && !text ? 'text' : 'token'
}

function About({ pending, offer, isChoice }: { pending: PendingSignIn; offer: Offer; isChoice: boolean }) {
  return (
    <>
      <p>
        {pending.purpose === 'step_up' ? 'Confirming your identity as' : 'Signing in as'}{' '}
        <strong>{pending.email}</strong>. {isChoice && 'Use any one of these.'}
      </p>
      {offer.leadsToAdding && (
        <p className="mt-2">
          {pending.firmName} requires a stronger sign-in method. Verify with a method you have, then add one.
        </p>
      )}
    </>
  )
}

/** The old phone was removed and no other has replaced it: there is no phone to send an alert or a text to. */
function AfterReset({ pending }: { pending: PendingSignIn }) {
  return (
    <SignedOutShell
      signIn={markOf(pending)}
      title="Set up your new phone"
      otherMethods={
        <>
          <HelpLink to="new-phone" />
          <StartAgain />
        </>
      }
    >
      <EnrollmentOptions pending={pending} />
    </SignedOutShell>
  )
}

function StartAgain() {
  return (
    <PostForm action={startAgainAction}>
      <button type="submit" className="text-link">
        Start again
      </button>
    </PostForm>
  )
}
