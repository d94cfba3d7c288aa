import type { Actor } from '@/lib/access/policy'
import { listQuery } from '@/lib/employees/schema'
import { getFirm } from '@/lib/firms/queries'
import { listAddress, readBack } from './addresses'
import { EmployeeForm } from './employee-form'

type AddEmployeeProps = { actor: Actor; back: unknown }

/** What the Add employee window and the Add employee page both show. */
export async function AddEmployee({ actor, back }: AddEmployeeProps) {
  const { requiresSecondFactor } = await getFirm(actor)
  const view = readBack(back)
  return (
    <EmployeeForm
      numberRequired={requiresSecondFactor}
      back={listQuery(view)}
      listAddress={listAddress(view)}
    />
  )
}
