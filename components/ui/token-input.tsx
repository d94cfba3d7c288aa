'use client'

import type { ComponentProps } from 'react'
import { TextInput } from '@/components/ui/text-input'

type TokenInputProps = ComponentProps<typeof TextInput> & {
  /** A recovery code has letters, and is three times as long. */
  takesLetters?: boolean
}

/** One field for every kind of token. It takes a pasted text message, so no pattern and no length that cuts. */
export function TokenInput({ takesLetters, ...rest }: TokenInputProps) {
  return (
    <TextInput
      inputMode={takesLetters ? 'text' : 'numeric'}
      autoComplete={takesLetters ? 'off' : 'one-time-code'}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      className={takesLetters ? 'token-input tracking-normal' : 'token-input'}
      // What is typed next takes the place of a refused code.
      onFocus={({ currentTarget }) => currentTarget.select()}
      {...rest}
    />
  )
}
