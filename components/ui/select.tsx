import type { ComponentProps } from 'react'
import { Field, type FieldText, fieldProps } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'

type SelectProps = Omit<ComponentProps<'select'>, 'name' | 'id' | 'children'> &
  FieldText & { options: { value: string; label: string }[] }

export function Select({ name, id, label, hint, error, options, ...rest }: SelectProps) {
  const text = { name, id, label, hint, error }

  return (
    <Field {...text}>
      <div className="relative">
        <select {...fieldProps(text)} className="input appearance-none pr-9" {...rest}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-text-muted"
        />
      </div>
    </Field>
  )
}
