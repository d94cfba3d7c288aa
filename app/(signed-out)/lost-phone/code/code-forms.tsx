'use client'

import { AidedMessage } from '@/app/(signed-out)/aided-message'
import type { AidedState } from '@/app/(signed-out)/help-link'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { useScript } from '@/components/ui/use-script'
import { emptyForm } from '@/lib/form'
import { sendNewCodeAction } from '../actions'
import { CodeForm } from './code-form'

/** The code and, below it, *Send a new code*, which clears the errors of the last one. */
export function CodeForms({ hasTries, askedAt }: { hasTries: boolean; askedAt: number }) {
  const [state, action] = useForm<AidedState>(sendNewCodeAction, emptyForm)
  const scripted = useScript()
  // Without script a form finds its answer only where it was before, under the same key.
  const isNew = scripted && state.tone === 'ok'

  return (
    <>
      <CodeForm key={isNew ? askedAt : 'first'} hasTries={hasTries} />
      <Form state={state} action={action} className="grid gap-3">
        <AidedMessage state={state} help="limits" />
        <SubmitButton look="secondary" large>
          Send a new code
        </SubmitButton>
      </Form>
    </>
  )
}
