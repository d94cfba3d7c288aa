import { FieldError, type FieldText } from '@/components/ui/field'

type RadioGroupProps = FieldText & {
  options: { value: string; label: string; hint?: string; disabled?: boolean }[]
  defaultValue?: string
  required?: boolean
}

export function RadioGroup(props: RadioGroupProps) {
  const { name, id = name, label, hint, error, options, defaultValue, required } = props

  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2.5">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {hint && <p className="-mt-2 text-text-muted">{hint}</p>}
      {options.map((option) => (
        <div key={option.value} className="choice">
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            required={required}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          {option.hint && (
            <p id={`${id}-${option.value}-hint`} className="text-text-muted">
              {option.hint}
            </p>
          )}
        </div>
      ))}
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  )
}
