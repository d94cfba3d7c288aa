import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { FirmPolicy } from '@/lib/access/firm-policy'
import { takenMethods } from '@/lib/access/firm-policy-words'
import { PolicyFields } from './policy-fields'

/** Folded away. What is chosen goes into the address of a page that says whom it affects; nothing is saved before. */
export function PolicyForm({ policy }: { policy: FirmPolicy }) {
  return (
    <details className="group border-t border-border pt-4">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-control">
        <Icon name="chevron-right" className="text-text-muted group-open:rotate-90" />
        <span>
          Your firm takes <strong className="font-medium">{takenMethods(policy)}</strong>
        </span>
        <span className="text-link">
          Change<span className="sr-only"> which second steps your firm takes</span>
        </span>
      </summary>
      <form action="/admin/employees/two-factor" className="mt-4 grid justify-items-start gap-6 pl-6">
        <PolicyFields policy={policy} />
        <Button type="submit">See what would change</Button>
      </form>
    </details>
  )
}
