import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { MethodFacts } from '@/app/(portal)/account/security/method-facts'
import { lastMethodSentence } from '@/app/(portal)/account/security/sentences'
import { StepUpForm } from '@/app/(portal)/account/security/step-up-form'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { isRemovable } from '@/lib/sign-in-methods/can-remove'
import { findOwnMethod } from '@/lib/sign-in-methods/list-own-methods'
import { removeMethodAction } from './actions'
import { RenameForm } from './rename-form'

export const metadata: Metadata = { title: 'Sign-in method' }

/** Its forms ask for a step-up themselves. The page must not: without a script it is also the answer to the form. */
export default async function MethodPage({ params }: PageProps<'/account/security/methods/[methodId]'>) {
  const actor = await requirePermission('account.manage')
  const { methodId } = await params
  const method = await findOwnMethod(actor, methodId)
  if (!method) notFound()
  const [isSpare, freshActor] = await Promise.all([
    isRemovable(actor.employeeId, method),
    freshActorOf(actor),
  ])

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Account security', href: '/account/security' }]}
        title={method.name}
        about={<MethodFacts method={method} />}
      />
      <div className="grid gap-6">
        {!freshActor.ok && (
          <Alert tone="info">
            <p>
              You'll be asked for a token when you rename or remove this method. Or you can{' '}
              <a
                href={`/step-up?next=${encodeURIComponent(`/account/security/methods/${method.id}`)}`}
                className="text-link"
              >
                confirm with another method
              </a>{' '}
              first.
            </p>
          </Alert>
        )}
        <Card title="Rename">
          <RenameForm methodId={method.id} name={method.name} />
        </Card>
        <Card title="Remove">
          {isSpare ? (
            <StepUpForm action={removeMethodAction} button={`Remove ${method.name}`}>
              <input type="hidden" name="methodId" value={method.id} />
              <p>{effects[method.kind]} You'll be signed out in other browsers, and we'll email you.</p>
            </StepUpForm>
          ) : (
            <p>{lastMethodSentence}</p>
          )}
        </Card>
      </div>
    </Page>
  )
}

const effects = {
  app: 'Its tokens stop working right away. Delete the account in the app too.',
  passkey: 'It will no longer sign you in. Delete it from your password manager or device too.',
}
