import { Card } from '@/components/ui/card'
import { PostForm } from '@/components/ui/post-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PushMode } from '@/prisma/client/enums'
import { setPushModeAction } from './actions'

export function OneTouchChoice({ pushMode }: { pushMode: PushMode }) {
  return (
    <Card title="OneTouch alerts">
      <PostForm action={setPushModeAction} className="grid justify-items-start gap-4">
        <RadioGroup
          name="pushMode"
          label="How are OneTouch alerts approved?"
          defaultValue={pushMode}
          options={[
            {
              value: 'swipe',
              label: 'Swipe',
              hint: 'Approving in the app is enough. The sign-in page and the app show the same two-digit number to compare.',
            },
            {
              value: 'unusual',
              label: 'Code when unusual',
              hint: "In a browser or network that's new for the person, the app shows a code to enter at sign-in.",
            },
            {
              value: 'typed',
              label: 'Code always',
              hint: 'The app shows a code to enter at every sign-in. Safest against careless approvals.',
            },
          ]}
        />
        <SubmitButton look="secondary">Save setting</SubmitButton>
      </PostForm>
    </Card>
  )
}
