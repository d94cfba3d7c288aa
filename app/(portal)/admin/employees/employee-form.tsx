'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { Form, useForm } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { addEmployeeAction, editEmployeeAction } from './actions'
import { AddressTaken } from './address-taken'
import { ConflictAlert } from './conflict-alert'
import type { EmployeeFormState } from './employee-form-state'
import type { NumberAnswer } from './number-answer'
import { NumberField } from './number-field'

type EmployeeFormProps = {
  /** Missing for a new employee. */
  employee?: {
    id: string
    version: number
    name: string
    email: string
    role: string
    typedNumber: string
    number?: NumberAnswer
    active: boolean
  }
  numberRequired: boolean
  /** The person who confirmed this number, and has to confirm another one. */
  heldBy?: string
  back: string
  listAddress: Route
}

/** Add employee and Edit Employee: the same fields, as a page or in the window over the list. */
export function EmployeeForm(props: EmployeeFormProps) {
  const { employee, numberRequired, heldBy, back } = props
  const act = employee ? editEmployeeAction : addEmployeeAction
  const [state, action] = useForm<EmployeeFormState>(act, emptyForm)
  const { errors, values } = state
  const wasSent = values.name !== undefined
  const role = values.role ?? employee?.role ?? 'tech'
  const active = wasSent ? values.active === 'on' : (employee?.active ?? true)

  return (
    <Form state={state} action={action} className="grid gap-5">
      {employee && <input type="hidden" name="employeeId" value={employee.id} />}
      {employee && <input type="hidden" name="version" value={values.version ?? employee.version} />}
      <input type="hidden" name="back" value={back} />

      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      {state.conflict && <ConflictAlert conflict={state.conflict} />}

      <TextInput
        name="name"
        label="Name"
        error={errors.name}
        defaultValue={values.name ?? employee?.name}
        autoComplete="off"
        maxLength={100}
      />
      {employee ? (
        <p>
          <span className="font-medium">Email address</span>
          <br />
          <span className="break-all text-text-muted">{employee.email}</span>
        </p>
      ) : (
        <TextInput
          name="email"
          label="Email address"
          hint="We'll send the invitation here. It's also their sign-in name."
          error={state.colleague ? <AddressTaken colleague={state.colleague} /> : errors.email}
          defaultValue={values.email}
          type="text"
          inputMode="email"
          autoComplete="off"
          maxLength={254}
        />
      )}
      <RadioGroup
        key={`role ${role}`}
        name="role"
        label="Role"
        error={errors.role}
        defaultValue={role}
        options={[
          { value: 'tech', label: 'Tech', hint: 'Can use the portal.' },
          { value: 'admin', label: 'Admin', hint: 'Can also manage employees and security.' },
        ]}
      />
      <NumberField
        typed={values.mobileNumber ?? employee?.typedNumber ?? ''}
        answer={state.number ?? (wasSent ? undefined : employee?.number)}
        error={errors.mobileNumber}
        optional={!numberRequired}
        state={state}
      />
      {heldBy && (
        <p className="-mt-3 text-text-muted">
          {heldBy} confirmed this number. A new number takes effect when {heldBy} confirms it, or after 24
          hours.
        </p>
      )}
      {state.sharedWith && (
        <Alert tone="warn" role="alert" title={`Also used by ${state.sharedWith}`}>
          <p>They'd both get each other's tokens.</p>
          <Checkbox name="allowSharedNumber" label="These two people share a phone" />
        </Alert>
      )}
      {employee && (
        <Checkbox
          key={`active ${active}`}
          name="active"
          label="Active"
          hint="Inactive employees can't sign in and aren't counted."
          error={errors.active}
          defaultChecked={active}
        />
      )}
      <ProofFields state={state} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>
          {state.conflict ? 'Overwrite with mine' : employee ? 'Save Changes' : 'Add employee'}
        </SubmitButton>
        <Cancel href={props.listAddress} keepsTheirs={state.conflict !== undefined} />
      </div>
    </Form>
  )
}

/** In the window it closes the window, so the list stays as it is. */
function Cancel({ href, keepsTheirs }: { href: Route; keepsTheirs: boolean }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="button button-quiet"
      onClick={(event) => {
        const dialog = event.currentTarget.closest('dialog')
        if (!dialog) return
        event.preventDefault()
        dialog.close()
      }}
    >
      {keepsTheirs ? 'Use theirs' : 'Cancel'}
    </Link>
  )
}
