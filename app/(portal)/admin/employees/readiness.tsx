import type { EmployeeDetails } from '@/lib/employees/queries'
import { sideStatesOf } from '@/lib/employees/readiness'
import { askToConfirmRefusal } from '@/lib/employees/rules'
import { AskToConfirmNumber } from './ask-confirm'
import { ReadinessStatus, SideNote } from './readiness-status'

type ReadinessProps = { employee: EmployeeDetails; isSelf: boolean }

/** The readiness of this person, and the next step that an admin can help with. */
export function Readiness({ employee, isSelf }: ReadinessProps) {
  const canAsk = askToConfirmRefusal(employee) === null
  return (
    <section aria-labelledby="readiness" className="mt-6 grid gap-3 border-t border-border pt-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="readiness" className="text-base">
          {' '}
          Readiness{' '}
        </h2>
        <ReadinessStatus facts={employee.readinessFacts} policy={employee.firm} />
      </div>
      {sideStatesOf(employee).map((state) => (
        <SideNote key={state} state={state} />
      ))}
      {canAsk && <AskToConfirmNumber employeeId={employee.id} name={isSelf ? undefined : employee.name} />}
    </section>
  )
}
