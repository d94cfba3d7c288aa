import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { CopyButton } from './copy-button'
import type { ShownOneTimePass } from './shown-one-time-pass'

/** Shown once: a reload of the page does not bring it back. */
export function OneTimePassAlert({ shown: { name, oneTimePass, until } }: { shown: ShownOneTimePass }) {
  return (
    <Alert tone="ok" role="status" title={`One-time pass for ${name}`}>
      <div className="flex flex-wrap items-center gap-3">
        <code className="select-all whitespace-nowrap rounded-control border border-border bg-surface px-3 py-1.5 text-base tracking-wide">
          {oneTimePass}
        </code>
        <CopyButton text={oneTimePass} />
      </div>
      <p>
        Copy it now; you won't see it again. Read it to {name} in person or on a call that you placed
        yourself. Don't email or text it.
      </p>
      <p>
        {name} signs in with email address and password, chooses <em>I don't have access to my phone</em> and
        enters it there. It works once, until <Time at={until} />.
      </p>
    </Alert>
  )
}
