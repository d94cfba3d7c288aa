import { clsx } from 'clsx/lite'
import type { ComponentProps } from 'react'
import { Field, type FieldText, fieldProps } from '@/components/ui/field'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'name' | 'id'> &
  FieldText & {
    optional?: boolean
    /** The schema's limit: the browser stops there, so a paste that is too long keeps its beginning. */
    maxLength: number
  }

/** A few lines. What was typed comes back through defaultValue. */
export function TextArea({ name, id, label, hint, error, optional, className, ...rest }: TextAreaProps) {
  const text = { name, id, label, hint, error }

  return (
    <Field {...text} optional={optional}>
      <textarea rows={3} {...fieldProps(text)} className={clsx('input', className)} {...rest} />
    </Field>
  )
}
