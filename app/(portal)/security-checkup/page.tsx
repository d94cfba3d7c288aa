import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Status } from '@/components/ui/status'
import { countMethods } from '@/lib/access/count-methods'
import { isEnough } from '@/lib/access/methods'
import { getStanding } from '@/lib/account/queries'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { readFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import { checkupFlashes } from './flashes'

export const metadata: Metadata = { title: 'Security checkup' }

/** Opens after the first sign-in with a second factor: what to add, so that a lost phone locks nobody out. */
export default async function SecurityCheckupPage({ searchParams }: PageProps<'/security-checkup'>) {
  const actor = await requirePermission('account.manage')
  const [{ methods, mobileNumber, numberProvenAt }, params] = await Promise.all([
    getStanding(actor),
    searchParams,
  ])
  const next = returnTarget(params.next)
  const here = next === '/' ? '/security-checkup' : `/security-checkup?next=${encodeURIComponent(next)}`
  const back = `next=${encodeURIComponent(here)}` as const
  const tried = await readFlash(checkupFlashes)

  const count = countMethods(methods)
  const isReady = count > 1
  const codes = methods.own.recoveryCodesLeft
  const sentence = `You have ${count} sign-in ${count === 1 ? 'method' : 'methods'}.`

  return (
    <Page narrow>
      <PageHeader
        title={isReady ? "You're ready" : 'Security checkup'}
        about={
          isReady
            ? sentence
            : `You're signed in. ${sentence} Add a backup, so a lost phone doesn't lock you out.`
        }
        action={
          <ButtonLink href={next} look={isReady ? 'primary' : 'secondary'}>
            {isReady ? 'Continue' : 'Later'}
          </ButtonLink>
        }
      />
      <div className="grid gap-6">
        {tried && (
          <Alert tone="ok" role="status" title={checkupFlashes[tried.key]}>
            <p>{isReady ? `You're ready. ${sentence}` : "You've tried your sign-in method."}</p>
          </Alert>
        )}
        <Card>
          <ol className="divide-y divide-border">
            {mobileNumber && (
              <Task title="Confirm your mobile number" isDone={numberProvenAt !== null}>
                <p>
                  {numberProvenAt
                    ? `The number ${maskMobileNumber(mobileNumber)} is confirmed.`
                    : `The number ${maskMobileNumber(mobileNumber)} isn't confirmed yet. Use a text or a OneTouch alert once.`}
                </p>
                {!numberProvenAt && (
                  <p>
                    <ButtonLink href={`/step-up?${back}`}>Confirm my number</ButtonLink>
                  </p>
                )}
              </Task>
            )}
            <Task title="Add a backup method" isDone={isReady}>
              <p>
                {isReady
                  ? sentence
                  : "A passkey is the safest: it can't be phished. An authenticator app works offline."}
              </p>
              {!isReady && (
                <p className="flex flex-wrap gap-3">
                  <ButtonLink href={`/account/security/passkey?${back}`} look="primary">
                    Add a passkey
                  </ButtonLink>
                  {isEnough('app', methods.role, methods.policy) && (
                    <ButtonLink href={`/account/security/app?${back}`}>Add an authenticator app</ButtonLink>
                  )}
                </p>
              )}
            </Task>
            <Task title="Save recovery codes" isDone={codes > 0}>
              <p>
                {codes > 0
                  ? `You have ${codes} left. Store them somewhere safe that isn't your phone.`
                  : "Use these if you can't get to your phone. Each works once."}
              </p>
              {codes === 0 && (
                <p>
                  <ButtonLink href={`/account/security/recovery-codes?${back}`}>
                    Save recovery codes
                  </ButtonLink>
                </p>
              )}
            </Task>
            <Task title="Try it now" isDone={isReady && tried !== null}>
              <p>
                {isReady
                  ? 'Use your new method once, so you know that it works.'
                  : 'After you add a backup method, use it once, so you know that it works.'}
              </p>
              {isReady && !tried && (
                <p>
                  <ButtonLink href={`/step-up?${back}`}>Try it now</ButtonLink>
                </p>
              )}
            </Task>
          </ol>
        </Card>
        {methods.own.hasVendorApp && (
          <Alert tone="info" title="Tip">
            <p>
              Install the Authy app on another device with the same number, such as a tablet, in case you lose
              this phone.
            </p>
          </Alert>
        )}
      </div>
    </Page>
  )
}

function Task({ title, isDone, children }: { title: string; isDone: boolean; children: ReactNode }) {
  return (
    <li className="grid gap-2 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base">{title}</h2>
        <Status tone={isDone ? 'ok' : 'neutral'} icon={isDone ? 'circle-check' : 'clock'}>
          {isDone ? 'Done' : 'To do'}
        </Status>
      </div>
      <div className="grid gap-3 text-text-muted">{children}</div>
    </li>
  )
}
