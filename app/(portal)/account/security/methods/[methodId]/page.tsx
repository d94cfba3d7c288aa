import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { trail } from '@/app/(portal)/account/security/breadcrumbs'
import { WayFacts } from '@/app/(portal)/account/security/method-facts'
import { ProvenForm } from '@/app/(portal)/account/security/step-up-form'
import { Notice } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { binderOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { mayGo } from '@/lib/sign-in-methods/can-remove'
import { findOwnWay } from '@/lib/sign-in-methods/list-own-methods'
import { removeWayAction } from './actions'
import { RenameForm } from './rename-form'
import { lastWaySentence } from './sentences'

export const metadata: Metadata = { title: 'Rename or remove' }

/** Its forms ask for a fresh proof themselves. The page must not: without a script it is the answer to the form as well. */
export default async function WayPage({ params }: PageProps<'/account/security/methods/[methodId]'>) {
  const actor = await requirePermission('account.manage')
  const { methodId: wayId } = await params
  const way = await findOwnWay(actor, wayId)
  if (!way) notFound()
  const [isSpare, binder] = await Promise.all([mayGo(actor.employeeId, way), binderOf(actor)])

  return (
    <Page narrow>
      <PageHeader trail={trail} title={way.name} about={<WayFacts way={way} />} />
      <div className="grid gap-6">
        {!binder.ok && (
          <Notice tone="info">
            <p>
              Both need a fresh proof of who you are. They ask for a token, or you{' '}
              <a
                href={`/step-up?next=${encodeURIComponent(`/account/security/methods/${way.id}`)}`}
                className="text-link"
              >
                confirm it in another way
              </a>{' '}
              first.
            </p>
          </Notice>
        )}
        <Card title="Rename">
          <RenameForm wayId={way.id} name={way.name} />
        </Card>
        <Card title="Remove">
          {isSpare ? (
            <ProvenForm action={removeWayAction} button={`Remove ${way.name}`}>
              <input type="hidden" name="wayId" value={way.id} />
              <p>
                {effects[way.kind]} Your sessions in other browsers end, this one stays, and you get a mail.
              </p>
            </ProvenForm>
          ) : (
            <p>{lastWaySentence}</p>
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
