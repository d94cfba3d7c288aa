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
          OneTouch alerts are approved by{' '}
          <strong className="font-medium">
            {pushMode === 'swipe' ? 'swiping in the app' : 'typing a code'}
          </strong>
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
              value: 'typed',
              label: 'Typed code',
              hint: 'The app shows a code to enter at sign-in. Safer against careless approvals.',
            },
          ]}
        />
        <SubmitButton look="secondary">Save setting</SubmitButton>
      </PostForm>
    </details>
  )
}
