'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Notice } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import type { MoveAct } from '@/lib/vendor-migration/schema'
import { moveFirmAction } from './actions'

type MoveFormProps = { firmId: string; act: MoveAct; about: string; button: string }

export function MoveForm({ firmId, act, about, button }: MoveFormProps) {
  const [state, action] = useActionState(moveFirmAction, emptyForm)

  return (
    <form action={action} noValidate className="grid gap-4">
      <input type="hidden" name="firmId" value={firmId} />
      <input type="hidden" name="act" value={act} />
      {state.message && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      <p className="max-w-2xl">{about}</p>
      <Checkbox
        name="understood"
        id={`understood-${act}`}
        label="I have read what happens"
        error={state.errors.understood}
        defaultChecked={state.values.understood === 'on'}
      />
      <ProofFields state={state} />
      <div>
        <SubmitButton look={act === 'back' ? 'secondary' : 'primary'}>{button}</SubmitButton>
      </div>
    </form>
  )
}
