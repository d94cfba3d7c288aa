'use client'

import { clsx } from 'clsx/lite'
import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldText, fieldProps } from '@/components/ui/field'

type TokenInputProps = Omit<ComponentProps<'input'>, 'name' | 'id'> &
  FieldText & {
    /** A recovery code has letters, and is three times as long. */
    takesLetters?: boolean
    /** A button in one line with the field. */
    beside?: ReactNode
  }

/** One field for every kind of token. It takes a pasted text message, so no pattern and no length that cuts. */
export function TokenInput(props: TokenInputProps) {
  const { name, id, label, hint, error, takesLetters, beside, ...rest } = props
  const text = { name, id, label, hint, error }

  return (
    <Field {...text}>
      <div className={clsx('grid gap-2', beside && 'grid-cols-[minmax(0,1fr)_auto]')}>
        <input
          type="text"
          {...fieldProps(text)}
          inputMode={takesLetters ? 'text' : 'numeric'}
          autoComplete={takesLetters ? 'off' : 'one-time-code'}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          className={clsx('input token-input', takesLetters && 'tracking-normal')}
          // What is typed next takes the place of a refused code.
          onFocus={({ currentTarget }) => currentTarget.select()}
          {...rest}
        />
        {beside}
      </div>
    </Field>
  )
}
