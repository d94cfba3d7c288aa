import { Alert } from '@/components/ui/alert'
import type { ListView } from '@/lib/employees/schema'
import { editAddress, listAddress } from '../addresses'

type NumbersMissingProps = { missing: { id: string; name: string }[]; total: number; view: ListView }

/** Why *Yes* was refused, with a link to add each missing number. */
export function NumbersMissing({ missing, total, view }: NumbersMissingProps) {
  const who = total === 1 ? '1 employee has' : `${total.toLocaleString('en')} employees have`
  return (
    <Alert tone="danger" role="alert" title={`Not enabled. ${who} no mobile number.`}>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {missing.map(({ id, name }) => (
          <li
            key={id}
            className="flex min-h-9 items-center justify-between gap-3 border-b border-danger-border"
          >
            <span className="min-w-0 break-words">{name}</span>
            <a href={editAddress(id, view)} data-soft className="text-link shrink-0">
              Add number<span className="sr-only"> for {name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="text-text-muted">
        Inactive employees aren't counted.{' '}
        <a href="/help/two-factor-authentication#record-mobile-numbers" className="text-link">
          How to record a number
        </a>
        {total > missing.length && (
          <>
            {' '}
            Showing the first {missing.length}.{' '}
            <a href={listAddress({ ...view, show: 'not-ready' })} data-soft className="text-link">
              See all {total.toLocaleString('en')}
            </a>
          </>
        )}
      </p>
    </Alert>
  )
}
