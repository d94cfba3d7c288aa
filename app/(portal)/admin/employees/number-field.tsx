'use client'

import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { previewNumberAction } from './actions'
import type { EmployeeFormState } from './employee-form-state'
import type { NumberAnswer } from './number-answer'
import { SureNumber } from './sure-number'

type NumberFieldProps = {
  typed: string
  answer?: NumberAnswer
  error?: string
  optional: boolean
  /** The state of the form. What is said while typing counts until a sent form is answered, even if it comes later. */
  state: EmployeeFormState
}

/** The field never changes silently: the server says where texts would go, or offers the number that was meant. */
export function NumberField({ typed, answer, error, optional, state }: NumberFieldProps) {
  const [heard, setHeard] = useState<{ during: EmployeeFormState; answer: NumberAnswer }>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const live = heard?.during === state ? heard.answer : undefined
  const shown = live ?? answer ?? {}

  useEffect(() => {
    if (state.number?.preview) document.getElementById('mobileNumber')?.focus()
  }, [state])

  function lookUp(value: string) {
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      setHeard({ during: state, answer: await previewNumberAction(value) })
    }, 350)
  }

  return (
    <div className="grid gap-1.5">
      <TextInput
        name="mobileNumber"
        label="Mobile phone number"
        hint="Digits only, with country code. Example: 12025550123."
        error={shown.error ?? (live ? undefined : error)}
        optional={optional}
        defaultValue={typed}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        className="tabular-nums"
        onChange={(event) => lookUp(event.currentTarget.value)}
      />
      {shown.suggestion && (
        <SubmitButton
          look="secondary"
          name="correction"
          value={shown.suggestion}
          formNoValidate
          className="justify-self-start"
        >
          Use {shown.suggestion}
        </SubmitButton>
      )}
      <p role="status" className="text-text-muted empty:absolute">
        {shown.preview}
      </p>
      {shown.warning && (
        <p className="flex gap-1.5 text-warn-fg">
          <Icon name="triangle-exclamation-point" className="mt-0.5" />
          {shown.warning}
        </p>
      )}
      <SureNumber answer={shown} state={state} />
    </div>
  )
}
