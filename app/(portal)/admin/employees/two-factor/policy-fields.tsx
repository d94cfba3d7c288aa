import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import type { FirmPolicy } from '@/lib/access/firm-policy'
import { mostDays } from '@/lib/access/trusted-browser'

type PolicyFieldsProps = { policy: FirmPolicy; errors?: Record<string, string> }

export function PolicyFields({ policy, errors = {} }: PolicyFieldsProps) {
  return (
    <>
      <fieldset className="grid gap-2.5">
        <legend className="mb-1.5 font-medium">Which second steps does your firm take?</legend>
        <p className="-mt-2 text-text-muted">Passkeys and recovery codes are always taken.</p>
        <Checkbox
          name="allowsPush"
          label="Requests in the Authy app (OneTouch)"
          defaultChecked={policy.allowsPush}
        />
        <Checkbox
          name="allowsApp"
          label="Tokens from an app"
          hint="The Authy app, or any other that makes tokens."
          defaultChecked={policy.allowsApp}
        />
        <Checkbox
          name="allowsText"
          label="Tokens by text"
          hint="The weakest: whoever talks a phone company into moving a number gets the texts."
          defaultChecked={policy.allowsText}
        />
      </fieldset>
      <RadioGroup
        name="minimumTech"
        label="What do techs need at least?"
        defaultValue={policy.minimumTech}
        error={errors.minimumTech}
        options={minimums}
      />
      <RadioGroup
        name="minimumAdmin"
        label="What do admins need at least?"
        defaultValue={policy.minimumAdmin}
        error={errors.minimumAdmin}
        options={minimums}
      />
      <fieldset className="grid gap-2.5">
        <legend className="mb-1.5 font-medium">May a passkey be the whole sign-in?</legend>
        <Checkbox
          name="allowsPasskeyAlone"
          label="A passkey opens the portal without the password"
          hint="Only one that has checked a finger, a face or a code of its own."
          defaultChecked={policy.allowsPasskeyAlone}
        />
      </fieldset>
      <TextInput
        name="trustDays"
        label="For how many days may a tech’s browser be remembered?"
        hint={`0 to ${mostDays}; 0 is never. Admins are always asked, and so is everybody before a sensitive change or in a network not used before.`}
        type="number"
        inputMode="numeric"
        min={0}
        max={mostDays}
        required
        defaultValue={policy.trustDays}
        error={errors.trustDays}
        className="w-24"
      />
    </>
  )
}

const minimums = [
  { value: 'any', label: 'Any second step' },
  { value: 'strong', label: 'Anything but texts' },
  { value: 'passkey', label: 'A passkey', hint: 'It cannot be given away on a false page.' },
]
