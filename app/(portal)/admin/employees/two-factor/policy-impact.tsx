import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import type { PolicyChange } from '@/lib/access/firm-policy-words'
import type { MustAdd } from '@/lib/firms/queries'

/** Before and after, line by line. */
export function WhatChanges({ changes }: { changes: PolicyChange[] }) {
  return (
    <Card title="Changes">
      <dl className="grid divide-y divide-border">
        {changes.map(({ label, before, after }) => (
          <div key={label} className="grid gap-x-6 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-2">
            <dt className="text-text-muted">{label}</dt>
            <dd>
              <del className="text-text-muted">
                <span className="sr-only">Before: </span>
                {before}
              </del>{' '}
              <ins className="font-medium no-underline">
                <span className="sr-only">After: </span>
                {after}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** The people who must add a sign-in method, by name. */
export function WhoMustAdd({ mustAdd: { total, first } }: { mustAdd: MustAdd }) {
  if (total === 0) {
    return (
      <Alert tone="ok" title="Nobody needs to add a sign-in method">
        <p>Everyone who needs a second factor already has an allowed method.</p>
      </Alert>
    )
  }
  const who = total === 1 ? '1 person needs' : `${total.toLocaleString('en')} people need`
  return (
    <Alert tone="warn" title={`${who} to add a sign-in method at their next sign-in`}>
      <p>They'll verify with a current method and add the new one. Nobody is locked out or signed out.</p>
      <ul className="columns-1 gap-8 sm:columns-2">
        {first.map(({ id, name }) => (
          <li key={id} className="break-words">
            {name}
          </li>
        ))}
      </ul>
      {total > first.length && <p className="text-text-muted">Showing the first {first.length}.</p>}
    </Alert>
  )
}
