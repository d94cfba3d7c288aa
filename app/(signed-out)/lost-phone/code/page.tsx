import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { requirePendingSignIn } from '@/lib/session/guards'
import { CodeForms } from './code-forms'

export const metadata: Metadata = { title: 'Type the code from your mail' }

export default async function CodePage() {
  const pending = await requirePendingSignIn()
  const { draft, mayAsk } = await getOwnRequest(pending)
  if (!draft || !mayAsk) redirect('/lost-phone')

  return (
    <SignedOutShell
      title="Type the code from your mail"
      about={
        <p>
          We mailed a code to <strong className="wrap-anywhere">{pending.email}</strong>. It works for 24
          hours.
        </p>
      }
      otherMethods={
        <>
          <a href="/lost-phone/request" className="text-link">
            Start again with other details
          </a>
          <a href="/lost-phone?methods=1" className="text-link">
            Back to the ways without waiting
          </a>
        </>
      }
    >
      <CodeForms hasTries={draft.triesLeft > 0} askedAt={draft.askedAt.getTime()} />
      <p className="text-text-muted">
        No hurry: you may close this page. Sign in again with your password later, press the same button, and
        you are back here.
      </p>
    </SignedOutShell>
  )
}
