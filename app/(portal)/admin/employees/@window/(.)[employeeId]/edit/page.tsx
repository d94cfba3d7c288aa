import { requirePermission } from '@/lib/session/guards'
import { EditEmployee } from '../../../edit-employee'
import { Window } from '../../../window'

type EditEmployeeWindowProps = {
  params: Promise<{ employeeId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function EditEmployeeWindow({ params, searchParams }: EditEmployeeWindowProps) {
  const actor = await requirePermission('employees.edit')
  // Next leaves the marks of the intercepted folder on the value: "(.)(.)0193…".
  const employeeId = (await params).employeeId.replace(/^(\(\.\))+/, '')
  const { back } = await searchParams

  return (
    <Window title="Edit Employee">
      <EditEmployee actor={actor} id={employeeId} back={back} />
    </Window>
  )
}
