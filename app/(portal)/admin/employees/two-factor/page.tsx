import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { isStricterForTechs, policyKey, policyRefusal } from '@/lib/access/firm-policy'
import { changesBetween } from '@/lib/access/firm-policy-words'
import { excludesActor, getFirm, listMustAdd } from '@/lib/firms/queries'
import { requirePermission } from '@/lib/session/guards'
import { PolicyFields } from './policy-fields'
import { WhatChanges, WhoMustAdd } from './policy-impact'
import { OneTouchChoice } from './push-mode-choice'
import { fieldsOf, readPolicy } from './read-policy'
import { SavePolicyForm } from './save-policy-form'
import { policySentences } from './sentences'

export const metadata: Metadata = { title: 'Sign-in policy' }

/** The choice is in the address. This page previews what it would change and for whom, and saves it. */
export default async function TwoFactorPolicyPage({
  searchParams,
}: PageProps<'/admin/employees/two-factor'>) {
  const actor = await requirePermission('two-factor.switch')
  const [firm, params] = await Promise.all([getFirm(actor), searchParams])
  const { policy, errors } = readPolicy(params, firm)
  const changes = changesBetween(firm, policy)
  const refusal =
    policyRefusal(policy) ?? ((await excludesActor(actor, firm, policy)) ? 'own-method-missing' : null)
  const isSavable = changes.length > 0 && !refusal && Object.keys(errors).length === 0
  const mustAdd = isSavable ? await listMustAdd(actor, policy) : null

  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Manage Employees', href: '/admin/employees' }]}
        title="Sign-in policy"
      />
      <div className="grid max-w-3xl gap-6">
        {refusal && changes.length > 0 && (
          <Alert tone="danger" role="alert" title="These changes can't be saved">
            <p>{policySentences[refusal]}</p>
          </Alert>
        )}
        {mustAdd && (
          <>
            <WhatChanges changes={changes} />
            <WhoMustAdd mustAdd={mustAdd} />
            {isStricterForTechs(firm, policy) && firm.trustDays > 0 && (
              <p className="text-text-muted">All trusted browsers in your firm will be removed.</p>
            )}
            {!firm.requiresSecondFactor && (
              <Alert tone="info">
                Two-factor authentication is off for your firm. This policy applies only to people who added
                their own sign-in method.
              </Alert>
            )}
            <SavePolicyForm fields={{ ...fieldsOf(policy), seen: policyKey(firm) }} />
          </>
        )}
        <Card title={mustAdd ? 'Edit policy' : 'Sign-in methods'}>
          <form className="grid justify-items-start gap-6">
            <PolicyFields policy={policy} errors={errors} />
            <Button type="submit">Preview changes</Button>
          </form>
        </Card>
        {firm.allowsPush && !mustAdd && <OneTouchChoice pushMode={firm.pushMode} />}
      </div>
    </Page>
  )
}
