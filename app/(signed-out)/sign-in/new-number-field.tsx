import { SureNumber } from '@/app/(portal)/admin/employees/sure-number'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type HelpHeading, withRecovery } from '../help-link'
import type { NumberFormState } from './number-form-state'

type NewNumberFieldProps = {
  state: NumberFormState
  help: HelpHeading
  label?: string
  suggested?: string
  readOnly?: boolean
  optional?: boolean
}

/** Digits only, and never changed silently: the number that was probably meant is offered as a button. */
export function NewNumberField({ state, help, label, suggested, readOnly, optional }: NewNumberFieldProps) {
  const { error, suggestion, preview, warning } = state.number ?? {}

  return (
    <div className="grid gap-1.5">
      <TextInput
        name="newNumber"
        label={label ?? 'New mobile number'}
        hint={readOnly ? undefined : 'Digits only, with country code. Example: 12025550123.'}
        error={withRecovery(error ?? state.errors.newNumber, help)}
        defaultValue={state.values.newNumber ?? suggested}
        readOnly={readOnly}
        optional={optional}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        className="tabular-nums"
      />
      {suggestion && (
        <SubmitButton
          look="secondary"
          name="correction"
          value={suggestion}
          formNoValidate
          className="justify-self-start"
        >
          Use {suggestion}
        </SubmitButton>
      )}
      <p role="status" className="text-text-muted empty:absolute">
        {preview}
      </p>
      {warning && (
        <p className="flex gap-1.5 text-warn-fg">
          <Icon name="triangle-exclamation-point" className="mt-0.5" />
          {warning}
        </p>
      )}
      <SureNumber answer={state.number ?? {}} state={state} />
    </div>
  )
}
