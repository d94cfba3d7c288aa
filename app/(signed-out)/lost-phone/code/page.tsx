import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Time } from '@/components/time'
import { codeMinutes } from '@/lib/cases/person/ask-case'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { requirePendingSignIn } from '@/lib/session/guards'
import { markOf } from '@/lib/session/pending-sign-ins'
import { CodeForms } from './code-forms'

export const metadata: Metadata = { title: 'Enter the code we emailed you' }

export default async function CodePage() {
  const pending = await requirePendingSignIn()
  const { draft, mayAsk } = await getOwnRequest(pending)
  if (!draft || !mayAsk) redirect('/lost-phone')

  return (
    <SignedOutShell
      signIn={markOf(pending)}
      title="Enter the code we emailed you"
      about={
        <p>
          We emailed a code to <strong className="wrap-anywhere">{pending.email}</strong>. It's valid for 24
          hours.
        </p>
      }
      otherMethods={
        <>
          <a href="/lost-phone/request" className="text-link">
            Change your answers
          </a>
          <a href="/lost-phone?methods=1" className="text-link">
            Back
          </a>
        </>
      }
    >
      <CodeForms hasTries={draft.triesLeft > 0} askedAt={draft.askedAt.getTime()} />
      <p className="text-text-muted">{nextCode(draft.askedAt)}</p>
      <p className="text-text-muted">
        You can close this page and come back later: sign in with your password and select{' '}
        <em>I don't have access to my phone</em>.
      </p>
    </SignedOutShell>
  )
}

function nextCode(askedAt: Date) {
  const [now, at] = [new Date(), new Date(askedAt.getTime() + codeMinutes * 60_000)]
  if (at <= now) return 'We email at most three codes a day.'
  return (
    <>
      You can send a new code <Time at={at} from={now} />. We email at most three a day.
    </>
  )
}
