'use client'

import { type ComponentProps, useState } from 'react'
import { Field, type FieldText, fieldProps } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { useScript } from '@/components/ui/use-script'

type PasswordInputProps = Omit<ComponentProps<'input'>, 'name' | 'id' | 'type' | 'defaultValue' | 'value'> &
  FieldText & { autoComplete: 'current-password' | 'new-password' }

/** Without script it is a plain password field: the button to show it appears only where it can work. */
export function PasswordInput({ name, id, label, hint, error, ...rest }: PasswordInputProps) {
  const scripted = useScript()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const text = { name, id, label, hint, error }

  return (
    <Field {...text}>
      <div className="relative">
        <input
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="off"
          {...fieldProps(text)}
          className="input pr-11"
          onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          onBlur={() => setCapsLock(false)}
          {...rest}
        />
        {scripted && (
          <button
            type="button"
            aria-label="Show password"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="show-password"
          >
            <Icon name={shown ? 'eye-off' : 'eye'} size={18} />
          </button>
        )}
      </div>
      <p role="status" className="text-warn-fg empty:absolute">
        {capsLock ? 'Caps Lock is on.' : null}
      </p>
    </Field>
  )
}
