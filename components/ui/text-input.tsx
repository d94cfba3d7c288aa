import { clsx } from 'clsx/lite'
import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldText, fieldProps } from '@/components/ui/field'

type TextInputProps = Omit<ComponentProps<'input'>, 'name' | 'id'> &
  FieldText & {
    optional?: boolean
    /** A button in one line with the input. */
    beside?: ReactNode
  }

/** What was typed comes back through defaultValue. */
export function TextInput({
  name,
  id,
  label,
  hint,
  error,
  optional,
  beside,
  className,
  ...rest
}: TextInputProps) {
  const text = { name, id, label, hint, error }

  const input = <input type="text" {...fieldProps(text)} className={clsx('input', className)} {...rest} />

  return (
    <Field {...text} optional={optional}>
      {beside ? (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
          {input}
          {beside}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
