import type { ComponentProps } from 'react'
import { FieldError, type FieldText, fieldProps } from '@/components/ui/field'

type CheckboxProps = Omit<ComponentProps<'input'>, 'name' | 'id' | 'type'> & FieldText

export function Checkbox({ name, id = name, label, hint, error, ...rest }: CheckboxProps) {
  return (
    <div className="choice">
      <input type="checkbox" {...fieldProps({ name, id, label, hint, error })} {...rest} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="text-text-muted">
          {hint}
        </p>
      )}
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}
