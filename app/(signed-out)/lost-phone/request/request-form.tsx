'use client'

import { AidedMessage } from '@/app/(signed-out)/aided-message'
import { withRecovery } from '@/app/(signed-out)/help-link'
import { NewNumberField } from '@/app/(signed-out)/sign-in/new-number-field'
import type { NumberFormState } from '@/app/(signed-out)/sign-in/number-form-state'
import { Form, useForm } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { askCaseAction } from '../actions'

const reasons = [
  { value: 'lost', label: 'I lost it' },
  {
    value: 'stolen',
    label: 'It was stolen',
    hint: "We'll sign you out everywhere as soon as you enter the code we email you.",
  },
  { value: 'broken', label: "It's broken" },
  { value: 'new_number', label: 'I have a new number' },
]

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unsure', label: 'Not sure' },
]

export function RequestForm() {
  const [state, action] = useForm<NumberFormState>(askCaseAction, emptyForm)
  const { values, errors } = state

  return (
    <Form state={state} action={action} className="grid gap-5">
      <AidedMessage state={state} help="new-number" />
      <RadioGroup
        key={`reason ${values.reason}`}
        name="reason"
        label="What happened to your phone?"
        options={reasons}
        defaultValue={values.reason}
        error={withRecovery(errors.reason, 'new-number')}
      />
      <RadioGroup
        key={`old number ${values.oldNumberWorks}`}
        name="oldNumberWorks"
        label="Does your old number still work?"
        options={answers}
        defaultValue={values.oldNumberWorks}
        error={withRecovery(errors.oldNumberWorks, 'same-number')}
      />
      <NewNumberField state={state} help={state.help ?? 'new-number'} optional />
      <TextInput
        name="bestTime"
        label="Best time to call you"
        hint="Include your time zone."
        defaultValue={values.bestTime}
        error={withRecovery(errors.bestTime, 'new-number')}
        optional
        autoComplete="off"
        maxLength={200}
      />
      <TextArea
        name="words"
        label="Anything else"
        defaultValue={values.words}
        error={withRecovery(errors.words, 'new-number')}
        optional
        maxLength={1000}
      />
      <SubmitButton large>Email me a code</SubmitButton>
    </Form>
  )
}
