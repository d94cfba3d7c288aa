import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { FirmPolicy } from '@/lib/access/firm-policy'
import { takenMethods } from '@/lib/access/firm-policy-words'
import { PolicyFields } from './policy-fields'

/** Folded away. The choice goes into the address of a page that previews it; nothing is saved before. */
export function PolicyForm({ policy }: { policy: FirmPolicy }) {
  return (
    <details className="group border-t border-border pt-4">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-control">
        <Icon name="chevron-right" className="text-text-muted group-open:rotate-90" />
        <span>
          Allowed methods: <strong className="font-medium">{takenMethods(policy)}</strong>
        </span>
        <span className="text-link">
          Edit<span className="sr-only"> allowed sign-in methods</span>
        </span>
      </summary>
      <form action="/admin/employees/two-factor" className="mt-4 grid justify-items-start gap-6 pl-6">
        <PolicyFields policy={policy} />
        <Button type="submit">Preview changes</Button>
      </form>
    </details>
  )
}
