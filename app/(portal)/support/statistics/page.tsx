import type { Metadata } from 'next'
import { buttonClass } from '@/components/ui/button'
import { FilterChips } from '@/components/ui/filter-chips'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { periods, periodView } from '@/lib/cases/support/period'
import { getCaseNumbers, listOpenedPerDay } from '@/lib/cases/support/statistics'
import { requirePermission } from '@/lib/session/guards'
import { OpenedChart } from './opened-chart'
import { CaseNumberCards } from './statistics-cards'

export const metadata: Metadata = { title: 'Reports' }

type NumbersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NumbersPage({ searchParams }: NumbersPageProps) {
  await requirePermission('cases.handle')
  const { days } = periodView.parse(await searchParams)
  const [numbers, perDay] = await Promise.all([getCaseNumbers(days), listOpenedPerDay(days)])

  return (
    <Page>
      <PageHeader
        title="Reports"
        about={`Phone reset requests from all firms, opened in the last ${days} days, including today.`}
        action={
          <a href={`/support/statistics/cases.csv?days=${days}`} download className={buttonClass({})}>
            Download CSV
          </a>
        }
      />
      <div className="mb-6">
        <FilterChips
          label="Period"
          chips={periods.map((period) => ({
            label: `${period} days`,
            href: `/support/statistics?days=${period}`,
            on: period === days,
          }))}
        />
      </div>
      <CaseNumberCards numbers={numbers} />
      <OpenedChart perDay={perDay} />
    </Page>
  )
}
