import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import type { MethodPolicy } from '@/lib/access/methods'
import type { EmployeeRow } from '@/lib/employees/queries'
import { type SideState, sideStatesOf } from '@/lib/employees/readiness'
import { readinessLook, sideLooks } from './readiness-looks'

/** Readiness and side states as icons and words. *Retry* belongs to the form around the table. */
export function ReadinessOfRow({ row, policy }: { row: EmployeeRow; policy: MethodPolicy }) {
  return (
    <>
      <ReadinessStatus facts={row.readinessFacts} policy={policy} />
      {sideStatesOf(row).map((state) => (
        <SideNote key={state} state={state} />
      ))}
      {sideStatesOf(row).includes('number-refused') && (
        <span className="mt-1 block text-xs text-danger-fg">
          Authy refused this number: {row.vendorRefusal}{' '}
          <Button type="submit" look="link" name="employeeId" value={row.id} className="text-xs">
            Retry<span className="sr-only"> for {row.name}</span>
          </Button>
        </span>
      )}
    </>
  )
}

export function ReadinessStatus({ facts, policy }: { facts: number; policy: MethodPolicy }) {
  const { tone, icon, words } = readinessLook(facts, policy)
  return (
    <Status tone={tone} icon={icon}>
      {words}
    </Status>
  )
}

export function SideNote({ state }: { state: SideState }) {
  const { icon, words, isTrouble } = sideLooks[state]
  return (
    <span
      className={`mt-1 flex items-center gap-1 text-xs ${isTrouble ? 'text-danger-fg' : 'text-text-muted'}`}
    >
      <Icon name={icon} size={14} />
      {words}
    </span>
  )
}
