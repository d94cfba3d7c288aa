import { Button } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import type { EmployeeRow } from '@/lib/employees/queries'
import { type EmployeeSecondStep, secondStepOf } from '@/lib/employees/rules'

/** How far somebody is, as icon and words. *Retry* belongs to the form around the table. */
export function SecondStepStatus({ row }: { row: EmployeeRow }) {
  const step = secondStepOf(row)
  const { tone, icon, words } = looks[step]
  return (
    <>
      <Status tone={tone} icon={icon}>
        {words}
      </Status>
      {row.isNumberHeld && (
        <span className="mt-1 flex items-center gap-1 text-xs text-text-muted">
          <Icon name="clock" size={14} />
          New number waiting
        </span>
      )}
      {step === 'refused' && (
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

type Look = { tone: 'ok' | 'warn' | 'danger' | 'neutral'; icon: IconName; words: string }

const looks: Record<EmployeeSecondStep, Look> = {
  'no-number': { tone: 'warn', icon: 'triangle-exclamation-point', words: 'No number' },
  refused: { tone: 'danger', icon: 'circle-exclamation-point', words: 'Number refused' },
  reset: { tone: 'warn', icon: 'smartphone', words: 'Set-up open' },
  'not-confirmed': { tone: 'neutral', icon: 'clock', words: 'Not confirmed' },
  confirmed: { tone: 'ok', icon: 'shield-check', words: 'Confirmed' },
}
