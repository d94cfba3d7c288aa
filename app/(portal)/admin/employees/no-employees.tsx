import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { readinessSteps } from '@/lib/employees/readiness'
import type { ListView } from '@/lib/employees/schema'
import { readinessLooks } from './readiness-looks'

const stepsInWords = readinessSteps.map((step) => readinessLooks[step].words).join(' · ')

/** Why the list is empty, and what to do. */
export function NoEmployees({ view }: { view: ListView }) {
  const showAll = <ButtonLink href="/admin/employees">Show all employees</ButtonLink>
  if (view.q) {
    return (
      <EmptyState icon="search" title={`No matches for “${view.q}”`} action={showAll}>
        Search by part of a name or email address.
      </EmptyState>
    )
  }
  if (view.show === 'not-ready') {
    return (
      <EmptyState icon="circle-check" title="Everyone is ready" action={showAll}>
        Every active employee has a mobile number and a sign-in method that your firm accepts.
      </EmptyState>
    )
  }
  if (view.show !== 'active' && view.show !== 'disabled') {
    return (
      <EmptyState
        icon="users"
        title={`No employees are “${readinessLooks[view.show].words}”`}
        action={showAll}
      >
        Readiness levels: {stepsInWords}. Employees are listed under the highest level they've reached.
      </EmptyState>
    )
  }
  if (view.show === 'disabled') {
    return (
      <EmptyState icon="users" title="No inactive employees" action={showAll}>
        Employees whose account was deactivated appear here.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="users" title="No more employees" action={showAll}>
      The list changed while you were viewing it.
    </EmptyState>
  )
}
