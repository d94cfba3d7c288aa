import { Time } from '@/components/time'
import { Icon } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'
import { Table } from '@/components/ui/table'
import type { MethodPolicy } from '@/lib/access/methods'
import { roleWords } from '@/lib/access/policy'
import { formatMobileNumber, maskMobileNumber } from '@/lib/contact/mobile-number'
import type { EmployeeRow } from '@/lib/employees/queries'
import { type ListView, listQuery } from '@/lib/employees/schema'
import { retryRegistrationAction } from './actions'
import { editAddress, revealAddress } from './addresses'
import { ReadinessOfRow } from './readiness-status'
import { columnsOf } from './sort-columns'

type EmployeeTableProps = {
  rows: EmployeeRow[]
  policy: MethodPolicy
  view: ListView

  /** The one person whose number is shown in full, and the one who was just saved. */
  revealed?: string
  marked?: string
}

/** One form for the whole table: the button that is pressed carries the person. */
export function EmployeeTable({ rows, policy, view, revealed, marked }: EmployeeTableProps) {
  return (
    <PostForm action={retryRegistrationAction}>
      <input type="hidden" name="back" value={listQuery(view)} />
      <Table caption="Employees" columns={columnsOf(view)}>
        {rows.map((row) => (
          <tr key={row.id} aria-selected={row.id === marked || undefined}>
            <th scope="row">
              {row.name}
              <small>{row.email}</small>
            </th>
            <td>{roleWords[row.role]}</td>
            <td className="whitespace-nowrap">
              <MobileNumber row={row} view={view} isRevealed={row.id === revealed} />
            </td>
            <td>
              <ReadinessOfRow row={row} policy={policy} />
            </td>
            <td className="wide">{row.lastSignInAt ? <Time at={row.lastSignInAt} /> : 'Never'}</td>
            <td className="actions">
              <a
                id={pencilId(row.id)}
                href={editAddress(row.id, view)}
                data-soft
                className="button button-quiet button-icon"
                aria-label={`Edit ${row.name}`}
              >
                <Icon name="pencil" size={18} />
              </a>
            </td>
          </tr>
        ))}
      </Table>
    </PostForm>
  )
}

export function pencilId(employeeId: string): string {
  return `edit-${employeeId}`
}

type MobileNumberProps = { row: EmployeeRow; view: ListView; isRevealed: boolean }

/** Masked, and shown on demand one at a time, so that no page carries fifty numbers. */
function MobileNumber({ row, view, isRevealed }: MobileNumberProps) {
  if (!row.mobileNumber) return 'None'
  if (isRevealed) return formatMobileNumber(row.mobileNumber)
  return (
    <>
      {maskMobileNumber(row.mobileNumber)}{' '}
      <a href={revealAddress(view, row.id)} data-soft className="text-link">
        Show<span className="sr-only"> the number of {row.name}</span>
      </a>
    </>
  )
}
