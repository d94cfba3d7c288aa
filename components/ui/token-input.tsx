import type { ComponentProps } from 'react'
import { TextInput } from '@/components/ui/text-input'

/** One field for every kind of token. It takes pasted spaces and letters, so no pattern and no length that cuts. */
export function TokenInput({ defaultValue: _, ...rest }: ComponentProps<typeof TextInput>) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      className="token-input"
      {...rest}
    />
  )
}
