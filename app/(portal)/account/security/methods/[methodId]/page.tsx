import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { breadcrumbs } from '@/app/(portal)/account/security/breadcrumbs'
import { MethodFacts } from '@/app/(portal)/account/security/method-facts'
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
import { lastMethodSentence } from './sentences'

export const metadata: Metadata = { title: 'Rename or remove' }

/** Its forms ask for a fresh proof themselves. The page must not: without a script it is the answer to the form as well. */
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
      <PageHeader breadcrumbs={breadcrumbs} title={method.name} about={<MethodFacts method={method} />} />
      <div className="grid gap-6">
        {!freshActor.ok && (
          <Alert tone="info">
            <p>
              Both need a fresh proof of who you are. They ask for a token, or you{' '}
              <a
                href={`/step-up?next=${encodeURIComponent(`/account/security/methods/${method.id}`)}`}
                className="text-link"
              >
                confirm it in another way
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
              <p>
                {effects[method.kind]} Your sessions in other browsers end, this one stays, and you get a
                mail.
              </p>
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
  app: 'Its tokens stop working at once. Delete the account in the app too.',
  passkey: 'It opens nothing from then on. Delete it in your password manager or on your device too.',
}
