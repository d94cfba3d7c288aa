import { requirePermission } from '@/lib/session/guards'
import { AddEmployee } from '../../add-employee'
import { Window } from '../../window'

type AddEmployeeWindowProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AddEmployeeWindow({ searchParams }: AddEmployeeWindowProps) {
  const actor = await requirePermission('employees.edit')
  const { back } = await searchParams

  return (
    <Window title="Add employee">
      <AddEmployee actor={actor} back={back} />
    </Window>
  )
}
