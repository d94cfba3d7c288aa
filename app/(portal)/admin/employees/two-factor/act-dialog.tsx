'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Dialog } from '@/components/ui/dialog'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type AskedProof, emptyForm, type FormState } from '@/lib/form'

type ActDialogProps = {
  title: string
  button: string
  back: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** The step-up that the act needs, in the same form: its answer carries the act out. */
  proof: AskedProof | undefined
  asksReason?: boolean
  fields?: Record<string, string>
  children: ReactNode
}

/** One act that changes the security of the whole firm: its effect, the reason and the step-up. */
export function ActDialog(props: ActDialogProps) {
  const { title, button, back, action: act, proof, asksReason, fields = {}, children } = props
  const router = useRouter()
  const [state, action] = useForm(act, { ...emptyForm, proof })

  return (
    <Dialog title={title} onClose={() => router.push(back as '/admin/employees')}>
      <Form state={state} action={action} className="grid gap-4">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state.message && (
          <Alert tone={state.tone ?? 'danger'} role="alert">
            {state.message}
          </Alert>
        )}
        {children}
        {asksReason && (
          <TextArea
            name="reason"
            label="Reason"
            hint="All admins can read this. It's also kept in the audit log."
            rows={2}
            maxLength={500}
            defaultValue={state.values.reason}
            error={state.errors.reason}
          />
        )}
        <ProofFields state={state} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{button}</SubmitButton>
          <a href={back} className="text-link">
            Cancel
          </a>
        </div>
      </Form>
    </Dialog>
  )
}
