import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { showsDevPages } from '@/lib/env'
import { caseSamples, caseTextSamples, linkSamples, notificationSamples, type Sample } from './samples'

export const metadata: Metadata = { title: 'Emails and texts' }

export default async function MailsPage() {
  if (!showsDevPages) notFound()
  // A mail in a frame lives under the policy of this page, which knows its style by the nonce.
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''

  return (
    <Page>
      <PageHeader
        title="Emails and texts"
        about="Everything the portal sends, with made-up people. Each email as text and as a mail program shows it."
      />
      <div className="grid gap-12">
        <Mails title="Phone reset requests" samples={caseSamples()} nonce={nonce} />
        <section className="grid gap-4">
          <h2 className="border-b border-border pb-2 text-base">Texts to the old number</h2>
          <dl className="grid gap-4">
            {caseTextSamples().map(({ name, body }) => (
              <div key={name}>
                <dt>
                  {name} <span className="text-text-muted">({body.length} characters)</span>
                </dt>
                <dd className="break-all">{body}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Mails title="Links and codes" samples={linkSamples()} nonce={nonce} />
        <Mails title="Notifications" samples={notificationSamples()} nonce={nonce} />
      </div>
    </Page>
  )
}

function Mails({ title, samples, nonce }: { title: string; samples: Sample[]; nonce: string }) {
  return (
    <section className="grid gap-4">
      <h2 className="border-b border-border pb-2 text-base">{title}</h2>
      {samples.map(({ name, to, mail }) => (
        <details key={`${to} ${mail.text}`}>
          <summary className="py-1">
            {mail.subject}{' '}
            <span className="text-text-muted">
              ({name}, to {to})
            </span>
          </summary>
          <div className="grid gap-4 py-4 md:grid-cols-2">
            <pre className="whitespace-pre-wrap break-words">{mail.text}</pre>
            <iframe
              className="h-160 w-full border border-border"
              title={`${name}, to ${to}`}
              sandbox=""
              srcDoc={mail.html.replace('<style>', `<style nonce="${nonce}">`)}
            />
          </div>
        </details>
      ))}
    </section>
  )
}
