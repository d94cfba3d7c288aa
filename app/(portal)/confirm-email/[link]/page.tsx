import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { findEmailChange } from '@/lib/account/confirm-email'
import { requirePermission } from '@/lib/session/guards'
import { ConfirmEmailForm } from './confirm-email-form'

export const metadata: Metadata = { title: 'Confirm your new email address' }

export default async function ConfirmEmailPage({ params }: PageProps<'/confirm-email/[link]'>) {
  const actor = await requirePermission('account.manage')
  const { link } = await params
  const change = await findEmailChange(actor, link)

  return (
    <Page narrow>
      {change ? (
        <>
          <PageHeader
            title="Confirm your new email address"
            about={
              <>
                You'll sign in with <strong className="break-all">{change.pendingEmail}</strong>. The old
                address, <span className="break-all">{change.email}</span>, will no longer work.
              </>
            }
          />
          <ConfirmEmailForm link={link} />
        </>
      ) : (
        <>
          <PageHeader
            title="This link no longer works"
            about={`You're signed in with ${actor.email}. A link to confirm a new address works once, within 3 days, and only for the person it was sent to.`}
          />
          <ButtonLink href="/">Go to the home page</ButtonLink>
        </>
      )}
    </Page>
  )
}
