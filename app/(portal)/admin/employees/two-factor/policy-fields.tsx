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
        <legend className="mb-1.5 font-medium">Allowed sign-in methods</legend>
        <p className="-mt-2 text-text-muted">Passkeys and recovery codes are always allowed.</p>
        <Checkbox name="allowsPush" label="OneTouch alerts (Authy app)" defaultChecked={policy.allowsPush} />
        <Checkbox
          name="allowsApp"
          label="App tokens"
          hint="From the Authy app or any authenticator app."
          defaultChecked={policy.allowsApp}
        />
        <Checkbox
          name="allowsText"
          label="Text tokens"
          hint="Least secure: numbers can be hijacked (SIM swap)."
          defaultChecked={policy.allowsText}
        />
      </fieldset>
      <RadioGroup
        name="minimumTech"
        label="Minimum for techs"
        defaultValue={policy.minimumTech}
        error={errors.minimumTech}
        options={minimums}
      />
      <RadioGroup
        name="minimumAdmin"
        label="Minimum for admins"
        defaultValue={policy.minimumAdmin}
        error={errors.minimumAdmin}
        options={minimums}
      />
      <fieldset className="grid gap-2.5">
        <legend className="mb-1.5 font-medium">Passwordless sign-in</legend>
        <Checkbox
          name="allowsPasskeyAlone"
          label="Allow passwordless sign-in with a passkey"
          hint="Requires fingerprint, face or PIN."
          defaultChecked={policy.allowsPasskeyAlone}
        />
      </fieldset>
      <TextInput
        name="trustDays"
        label="Days to trust a tech's browser"
        hint={`0–${mostDays} days (0 = never). Admins are always asked, as is anyone on a new network or making a sensitive change.`}
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
  { value: 'any', label: 'Any method' },
  { value: 'strong', label: 'Any method except text' },
  { value: 'passkey', label: 'Passkey only', hint: "Can't be phished." },
]
