import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { readinessSteps } from '@/lib/employees/readiness'
import type { ListView } from '@/lib/employees/schema'
import { readinessLooks } from './readiness-looks'

const stepsInWords = readinessSteps.map((step) => readinessLooks[step].words).join(' · ')

/** Why the list is empty, and the way on. */
export function NoEmployees({ view }: { view: ListView }) {
  const showAll = <ButtonLink href="/admin/employees">Show all employees</ButtonLink>
  if (view.q) {
    return (
      <EmptyState icon="search" title={`Nobody matches “${view.q}”`} action={showAll}>
        Search by a part of the name or of the e-mail address.
      </EmptyState>
    )
  }
  if (view.show === 'not-ready') {
    return (
      <EmptyState icon="circle-check" title="Everyone is ready" action={showAll}>
        Every active employee has a mobile number.
      </EmptyState>
    )
  }
  if (view.show !== 'active' && view.show !== 'disabled') {
    return (
      <EmptyState
        icon="users"
        title={`Nobody is at the step “${readinessLooks[view.show].words}”`}
        action={showAll}
      >
        The steps are {stepsInWords}. Each employee is shown at the highest one reached.
      </EmptyState>
    )
  }
  if (view.show === 'disabled') {
    return (
      <EmptyState icon="users" title="Nobody is disabled" action={showAll}>
        Employees whose account was switched off appear here.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="users" title="No more employees" action={showAll}>
      The list was changed meanwhile.
    </EmptyState>
  )
}
