import type { Metadata } from 'next'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requirePermission } from '@/lib/session/guards'
import { AddEmployee } from '../add-employee'
import { listAddress, readBack } from '../addresses'

export const metadata: Metadata = { title: 'Add employee' }

export default async function AddEmployeePage({ searchParams }: PageProps<'/admin/employees/add'>) {
  const actor = await requirePermission('employees.edit')
  const { back } = await searchParams

  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={[{ label: 'Manage Employees', href: listAddress(readBack(back)) }]}
        title="Add employee"
        about="We'll email them a link to set a password."
      />
      <AddEmployee actor={actor} back={back} />
    </Page>
  )
}
