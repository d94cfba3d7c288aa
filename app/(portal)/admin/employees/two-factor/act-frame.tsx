import type { ReactNode } from 'react'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import type { Actor } from '@/lib/access/policy'
import type { AskedProof } from '@/lib/form'
import { hasFreshProof, isFresh } from '@/lib/session/sessions'

export function ActPage({ children }: { children: ReactNode }) {
  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Manage Employees', href: '/admin/employees' }]}
        title="Two-factor authentication"
      />
      {children}
    </Page>
  )
}

/** Nothing where the last step-up is recent. */
export function proofFor(actor: Actor): AskedProof | undefined {
  return hasFreshProof(actor) ? undefined : { asksPassword: !isFresh(actor.passwordAt, actor.seenAt) }
}
