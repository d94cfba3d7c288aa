import type { ComponentProps } from 'react'
import { TextInput } from '@/components/ui/text-input'

type TokenInputProps = ComponentProps<typeof TextInput> & {
  /** A recovery code has letters, and is three times as long. */
  takesLetters?: boolean
}

/** One field for every kind of token. It takes pasted spaces and letters, so no pattern and no length that cuts. */
export function TokenInput({ defaultValue: _, takesLetters, ...rest }: TokenInputProps) {
  return (
    <TextInput
      inputMode={takesLetters ? 'text' : 'numeric'}
      autoComplete={takesLetters ? 'off' : 'one-time-code'}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      className={takesLetters ? 'token-input tracking-normal' : 'token-input'}
      {...rest}
    />
  )
}
