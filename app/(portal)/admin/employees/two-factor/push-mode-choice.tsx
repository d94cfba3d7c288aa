import { Icon } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PushMode } from '@/prisma/client/enums'
import { setPushModeAction } from './actions'

/** Folded away: it is set once. */
export function OneTouchChoice({ pushMode }: { pushMode: PushMode }) {
  return (
    <details className="group border-t border-border pt-4">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-control">
        <Icon name="chevron-right" className="text-text-muted group-open:rotate-90" />
        <span>
          OneTouch alerts are approved by <strong className="font-medium">{words[pushMode]}</strong>
        </span>
        <span className="text-link">Edit</span>
      </summary>
      <PostForm action={setPushModeAction} className="mt-4 grid justify-items-start gap-4 pl-6">
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
    </details>
  )
}

const words: Record<PushMode, string> = {
  swipe: 'swiping in the app',
  unusual: 'swiping, and by a code when unusual',
  typed: 'typing a code',
}
