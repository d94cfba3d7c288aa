import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { buttonClass } from '@/components/ui/button'
import { type CasePage, getCasePage } from '@/lib/cases/person/get-case-page'
import { isToDecide } from '@/lib/cases/rules'
import { readFlash } from '@/lib/session/flash'
import { HelpLink } from '../../../help-link'
import { KeepFresh } from '../../keep-fresh'
import { UnknownLink } from '../../unknown-link'
import { Clocks } from './clocks'
import { AnswerForm, MailEnrollmentLinkForm, WithdrawForm } from './forms'
import { casePageFlashes, whatNext } from './sentences'
import { Steps } from './steps'
import { Vouching } from './vouching'
import { WhatWasTyped } from './what-was-typed'

export const metadata: Metadata = { title: 'Your request', robots: { index: false, follow: false } }

/** The page of a case, without signing in: the link is the key, and the page names nobody. */
export default async function CasePagePage({ params, searchParams }: PageProps<'/lost-phone/case/[link]'>) {
  const { link } = await params
  const asked = await searchParams
  const page = await getCasePage(link)
  if (!page) return <UnknownLink />

  const { kind, state, number, closedAt } = page
  const isLost = kind === 'lost_phone'
  const isUndecided = isToDecide(state)
  const next = whatNext(page)
  // A page that answers a form, or that is being typed into, must not reload.
  const isAnswer = (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
  const refreshes = !closedAt && state !== 'asked' && !isAnswer && !asked.typing

  return (
    <SignedOutShell
      title={`${isLost ? 'Request LP' : 'Change NC'}-${number}`}
      about={
        <p>
          {isLost ? 'Submitted' : 'Entered'} <Time at={page.openedAt} />. Bookmark this page. You don't need
          to sign in to see it.
        </p>
      }
      otherMethods={<HelpLink to="case-page" />}
    >
      {!closedAt && <KeepFresh seconds={30} />}
      {refreshes && (
        <noscript>
          <meta httpEquiv="refresh" content="60" />
        </noscript>
      )}
      <Done page={page} />
      <Steps page={page} />
      <section className="grid gap-2 border-t border-border pt-4">
        <h2 className="text-base">{next.title}</h2>
        <p>{next.words}</p>
        {closedAt && (
          <p className="text-text-muted">
            Closed <Time at={closedAt} />.
          </p>
        )}
        {next.help !== 'case-page' && (
          <p>
            <HelpLink to={next.help} />
          </p>
        )}
      </section>
      {page.question && (
        <section className="grid gap-3">
          <Alert tone="info" title="Question from support">
            <p className="whitespace-pre-line wrap-anywhere">{page.question}</p>
          </Alert>
          <AnswerForm link={link} />
        </section>
      )}
      {(state === 'ready' || (state === 'waiting' && !isLost)) && <MailEnrollmentLinkForm link={link} />}
      {closedAt && (
        <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
          Go to sign-in
        </a>
      )}
      <Clocks page={page} />
      {isLost && isUndecided && <Vouching address={page.vouchAddress} />}
      {isLost && <WhatWasTyped page={page} />}
      {isLost && (isUndecided || state === 'waiting') && (
        <details>
          <summary className="text-link cursor-pointer">Withdraw this request</summary>
          <div className="mt-3 grid gap-3">
            <p>
              Support will stop reviewing it, and your old phone stays on the account. You can request a phone
              reset again later.
            </p>
            <WithdrawForm link={link} />
          </div>
        </details>
      )}
    </SignedOutShell>
  )
}

async function Done({ page }: { page: CasePage }) {
  const flash = await readFlash(casePageFlashes)
  const holds = flash?.key === 'opened' ? page.state === 'received' : !page.closedAt && page.state !== 'asked'
  return (
    flash &&
    holds && (
      <Alert tone="ok" role="status">
        {casePageFlashes[flash.key]}
      </Alert>
    )
  )
}
