import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { FilterChips } from '@/components/ui/filter-chips'
import { Icon } from '@/components/ui/icon'
import { risks } from '@/lib/cases/rules'
import { firstPage, type QueueView, queueViews } from '@/lib/cases/support/queue-schema'
import { queueAddress } from './addresses'
import { riskWords, viewWords } from './sentences'

/** Keeps the whole view in the address bar: a reload, a shared link and the back button show the same queue. */
export function QueueFilters({ view }: { view: QueueView }) {
  const plain = firstPage(view)

  return (
    <div className="mb-4 grid gap-3">
      <FilterChips
        label="Views"
        chips={queueViews.map((name) => ({
          label: viewWords[name],
          href: queueAddress({ ...plain, view: name }),
          on: view.view === name,
        }))}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <SearchForm view={view} />
        <FilterChips
          label="Filters"
          chips={[
            ...(view.q ? [{ label: `“${view.q}”`, href: queueAddress({ ...plain, q: '' }), on: true }] : []),
            ...(view.risk
              ? [
                  {
                    label: riskWords[view.risk].short,
                    href: queueAddress({ ...plain, risk: undefined }),
                    on: true,
                  },
                ]
              : []),
          ]}
          clear={queueAddress({ view: view.view, q: '' })}
        />
      </div>
    </div>
  )
}

function SearchForm({ view }: { view: QueueView }) {
  return (
    <Form
      action="/support/cases"
      prefetch={false}
      role="search"
      className="flex grow flex-wrap gap-2 sm:max-w-2xl sm:flex-nowrap"
    >
      {view.view !== 'to-decide' && <input type="hidden" name="view" value={view.view} />}
      <label htmlFor="q" className="sr-only">
        Search requests
      </label>
      <input
        type="search"
        id="q"
        name="q"
        key={`q ${view.q}`}
        defaultValue={view.q}
        placeholder="Person, email, firm or LP number"
        maxLength={100}
        className="input grow"
      />
      {view.view !== 'closed' && (
        <>
          <label htmlFor="risk" className="sr-only">
            Risk
          </label>
          <select
            id="risk"
            name="risk"
            key={`risk ${view.risk}`}
            defaultValue={view.risk ?? ''}
            className="input w-auto grow sm:grow-0"
          >
            <option value="">Any risk</option>
            {risks.map((risk) => (
              <option key={risk} value={risk}>
                {riskWords[risk].short}
              </option>
            ))}
          </select>
        </>
      )}
      <Button type="submit" className="shrink-0">
        <Icon name="search" />
        Search
      </Button>
    </Form>
  )
}
