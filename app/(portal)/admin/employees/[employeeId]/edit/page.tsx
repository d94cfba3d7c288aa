import type { Metadata } from 'next'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'
import { listAddress, readBack } from '../../addresses'
import { EditEmployee } from '../../edit-employee'

export const metadata: Metadata = { title: 'Edit Employee' }

export default async function EditEmployeePage({
  params,
  searchParams,
}: PageProps<'/admin/employees/[employeeId]/edit'>) {
  const actor = await requirePermission('employees.edit')
  const { employeeId } = await params
  const { back } = await searchParams

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Manage Employees', href: listAddress(readBack(back)) }]}
        title="Edit Employee"
      />
      <EditEmployee actor={actor} id={employeeId} back={back} />
    </Page>
  )
}
