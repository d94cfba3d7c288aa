import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'

type SegmentedProps = {
  name: string
  /** The id of the question. */
  labelledBy: string
  options: { value: string; label: string; id?: string }[]
  /** The present answer; null before the first one. */
  chosen: string | null
}

/** A choice that is saved as soon as an answer is pressed. The present answer is marked by a tick, a tint and aria-pressed. */
export function Segmented({ name, labelledBy, options, chosen }: SegmentedProps) {
  return (
    <fieldset aria-labelledby={labelledBy} className="segmented">
      {options.map(({ value, label, id }) => (
        <SubmitButton
          key={value}
          id={id}
          look="secondary"
          name={name}
          value={value}
          aria-pressed={value === chosen}
        >
          {value === chosen && <Icon name="check" />}
          {label}
        </SubmitButton>
      ))}
    </fieldset>
  )
}
