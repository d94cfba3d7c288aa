import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { PasswordInput } from '@/components/ui/password-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'

const looks = ['primary', 'secondary', 'quiet', 'link'] as const

export function Buttons() {
  return (
    <div className="grid gap-4">
      <Row>
        {looks.map((look) => (
          <Button key={look} look={look}>
            Save Changes
          </Button>
        ))}
        <Button look="quiet" icon aria-label="Edit Ada Moreno">
          <Icon name="pencil" />
        </Button>
        <ButtonLink href="/" look="secondary">
          <Icon name="plus" />
          Add employee
        </ButtonLink>
      </Row>
      <Row>
        {looks.map((look) => (
          <Button key={look} look={look} large>
            Sign In
          </Button>
        ))}
      </Row>
      <Row>
        {looks.slice(0, 3).map((look) => (
          <Button key={look} look={look} pending>
            Save Changes
          </Button>
        ))}
      </Row>
      <Row>
        <Button disabled aria-describedby="disabled-reason">
          Text me a token
        </Button>
        <span id="disabled-reason" className="text-text-muted">
          You can request another text in 0:30.
        </span>
      </Row>
    </div>
  )
}

export function Fields() {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Card title="Default" className="[&>*+*]:mt-4">
        <TextInput name="name" label="Name" defaultValue="Ada Moreno" />
        <TextInput
          name="mobileNumber"
          label="Mobile phone number"
          hint="Digits only, with country code. Example: 12025550123."
          inputMode="numeric"
          optional
        />
        <PasswordInput name="password" label="Password" autoComplete="current-password" />
        <Checkbox
          name="shared"
          label="These two people share a phone"
          hint="Also used by Dan Wu. They'd both get each other's codes."
        />
        <RadioGroup
          name="rule"
          label="Enable two-factor authentication for your partner account?"
          defaultValue="no"
          options={[
            { value: 'yes', label: 'Yes', hint: 'Everyone needs a second factor at sign-in.' },
            { value: 'no', label: 'No' },
          ]}
        />
      </Card>
      <Card title="With an error, read-only, disabled" className="[&>*+*]:mt-4">
        <TextInput
          name="wrongNumber"
          label="Mobile phone number"
          hint="Digits only, with country code. Example: 12025550123."
          error="Use digits only: no spaces, punctuation or dashes."
          defaultValue="+1 (202) 555-0123"
        />
        <Checkbox name="wrongTick" label="I understand" error="Check this box to continue." />
        <TextInput name="email" label="Email address" readOnly defaultValue="admin@harbor.example" />
        <TextInput
          name="frozen"
          label="Firm"
          hint="Only support can rename a firm."
          disabled
          defaultValue="Harbor IT"
        />
        <RadioGroup
          name="off"
          label="OneTouch alert"
          error="Choose one."
          options={[
            { value: 'swipe', label: 'Approve with a tap' },
            {
              value: 'typed',
              label: 'Enter a code',
              disabled: true,
              hint: 'Not available from this provider.',
            },
          ]}
        />
      </Card>
    </div>
  )
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}
