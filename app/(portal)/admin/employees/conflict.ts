import { roleWords } from '@/lib/access/policy'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import type { EditConflict } from '@/lib/employees/edit-employee'
import { changedFields, type EditableFields } from '@/lib/employees/rules'
import type { Conflict } from './employee-form-state'
import { timeAgo } from './time-ago'

/** "Ben Okafor changed this number 2 minutes ago. Keep theirs or save yours?" */
export function describeConflict(conflict: EditConflict, now: Date): Conflict {
  const fields = changedFields(conflict.theirs, conflict.yours)
  const what = fields.length === 1 && fields[0] === 'mobileNumber' ? 'this number' : 'this employee'
  const who = conflict.changedBy ?? 'Somebody'
  return {
    sentence: `${who} changed ${what} ${timeAgo(conflict.changedAt, now)}. Keep theirs or save yours?`,
    version: conflict.version,
    differences: fields.map((field) => ({
      label: labels[field],
      theirs: shown(conflict.theirs, field),
      yours: shown(conflict.yours, field),
    })),
  }
}

const labels: Record<keyof EditableFields, string> = {
  name: 'Name',
  role: 'Role',
  mobileNumber: 'Mobile phone number',
  active: 'Active',
}

function shown(values: EditableFields, field: keyof EditableFields): string {
  if (field === 'mobileNumber') return values.mobileNumber ? formatMobileNumber(values.mobileNumber) : 'none'
  if (field === 'active') return values.active ? 'yes' : 'no'
  return field === 'role' ? roleWords[values.role] : values.name
}
