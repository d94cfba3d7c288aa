import { Time } from '@/components/time'
import type { Tone } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChips } from '@/components/ui/filter-chips'
import { Icon, type IconName } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { Status } from '@/components/ui/status'
import { Table } from '@/components/ui/table'

export function Lists() {
  return (
    <div className="grid gap-6">
      <FilterChips
        label="Filters"
        clear="/dev/ui"
        chips={[
          { label: 'Not ready', href: '/dev/ui?show=not-ready', count: 2, on: true },
          { label: 'Inactive', href: '/dev/ui?show=inactive', count: 1204, on: false },
        ]}
      />
      <div>
        <Table
          caption="Employees"
          columns={[
            { label: 'Name' },
            { label: 'Role' },
            { label: 'Mobile phone number' },
            { label: 'Readiness' },
            { label: 'Last sign-in', wide: true },
            { label: 'Actions', quiet: true },
          ]}
        >
          {people.map((person) => (
            <tr key={person.email} aria-selected={person.selected}>
              <th scope="row">
                {person.name}
                <small>{person.email}</small>
              </th>
              <td>{person.role}</td>
              <td>{person.number}</td>
              <td>
                <Status tone={person.tone} icon={person.icon}>
                  {person.step}
                </Status>
              </td>
              <td className="wide">
                <Time at={new Date('2026-11-24T10:42Z')} />
              </td>
              <td className="actions">
                <ButtonLink href="/dev/ui" look="quiet" icon aria-label={`Edit ${person.name}`}>
                  <Icon name="pencil" />
                </ButtonLink>
              </td>
            </tr>
          ))}
        </Table>
        <Pagination summary="1–3 of 12,480" previous="/dev/ui?before=1" next="/dev/ui?after=3" />
      </div>
      <EmptyState
        icon="users"
        title="No employees yet"
        action={
          <ButtonLink href="/dev/ui" look="primary">
            <Icon name="plus" />
            Add employee
          </ButtonLink>
        }
      >
        Each employee needs a mobile phone number for two-factor authentication.
      </EmptyState>
    </div>
  )
}

type Person = {
  name: string
  email: string
  role: string
  number: string
  tone: Tone
  icon: IconName
  step: string
  selected?: boolean
}

const people: Person[] = [
  {
    name: 'Ada Moreno',
    email: 'admin@harbor.example',
    role: 'Admin',
    number: '••• 0101',
    tone: 'ok',
    icon: 'shield-check',
    step: 'Confirmed',
  },
  {
    name: 'Tess Lindqvist',
    email: 'tech1@harbor.example',
    role: 'Tech',
    number: '••• 0103',
    tone: 'warn',
    icon: 'shield-exclamation-point',
    step: 'Number not confirmed',
    selected: true,
  },
  {
    name: 'Tim Novak',
    email: 'a-rather-long-address-for-a-tech@subsidiary.summit.example',
    role: 'Tech',
    number: '',
    tone: 'danger',
    icon: 'phone',
    step: 'No number',
  },
]
