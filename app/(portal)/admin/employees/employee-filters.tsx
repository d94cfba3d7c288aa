import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { FilterChips } from '@/components/ui/filter-chips'
import { Icon } from '@/components/ui/icon'
import { countedAtMost } from '@/lib/employees/queries'
import type { ListView } from '@/lib/employees/schema'
import { listAddress } from './addresses'
import { readinessLooks } from './readiness-looks'
import { SearchField } from './search-field'

type EmployeeFiltersProps = { view: ListView; counts: Counts }

type Filter = Exclude<ListView['show'], 'active'>
type Counts = Record<Filter, number>

/** Everything stands in the address bar: a reload, a link to a colleague and the back button show the same list. */
export function EmployeeFilters({ view, counts }: EmployeeFiltersProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <Form action="/admin/employees" prefetch={false} role="search" className="flex grow gap-2 sm:max-w-sm">
        <label htmlFor="q" className="sr-only">
          Search employees
        </label>
        <SearchField q={view.q} />
        {view.show !== 'active' && <input type="hidden" name="show" value={view.show} />}
        {view.sort !== 'name' && <input type="hidden" name="sort" value={view.sort} />}
        <Button type="submit">
          <Icon name="search" />
          Search
        </Button>
      </Form>
      <FilterChips
        label="Filters"
        chips={[
          chip('Not ready', 'not-ready', view, counts),
          ...steps.map((step) => chip(readinessLooks[step].words, step, view, counts)),
          chip('Inactive', 'disabled', view, counts),
          ...(view.q
            ? [{ label: `“${view.q}”`, href: listAddress({ ...from(view), q: '' }), on: true }]
            : []),
        ]}
        clear="/admin/employees"
      />
    </div>
  )
}

/** The steps of the ladder above *No number*, which is *Not ready*. */
const steps = ['not-confirmed', 'confirmed', 'tested', 'strong'] as const

function chip(label: string, show: Filter, view: ListView, counts: Counts) {
  const on = view.show === show
  const shown = counts[show]
  const count = shown === countedAtMost ? `${shown.toLocaleString('en')}+` : shown
  return { label, count, on, href: listAddress({ ...from(view), show: on ? 'active' : show }) }
}

/** The view from its first page. */
function from(view: ListView): ListView {
  return { ...view, after: undefined, before: undefined, rule: undefined }
}
