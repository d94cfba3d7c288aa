import { clsx } from 'clsx/lite'
import type { ComponentProps } from 'react'
import { Field, type FieldText, fieldProps } from '@/components/ui/field'

type TextInputProps = Omit<ComponentProps<'input'>, 'name' | 'id'> & FieldText & { optional?: boolean }

/** What was typed comes back through defaultValue. */
export function TextInput({ name, id, label, hint, error, optional, className, ...rest }: TextInputProps) {
  const text = { name, id, label, hint, error }

  return (
    <Field {...text} optional={optional}>
      <input type="text" {...fieldProps(text)} className={clsx('input', className)} {...rest} />
    </Field>
  )
}
