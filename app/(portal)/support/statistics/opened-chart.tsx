import { Table } from '@/components/ui/table'
import type { DayOpened } from '@/lib/cases/support/statistics'

/** One bar a day, drawn on the server; the table beneath it has the same numbers. */
export function OpenedChart({ perDay }: { perDay: DayOpened[] }) {
  const most = Math.max(...perDay.map(({ opened }) => opened))
  const withRequests = perDay.filter(({ opened }) => opened > 0)
  const [first, last] = [perDay.at(0), perDay.at(-1)]
  if (!first || !last) return null

  return (
    <figure className="mt-6 rounded-card border border-border bg-surface p-5 sm:p-6">
      <figcaption>
        <h2 className="text-base">Opened per day</h2>
      </figcaption>
      {most === 0 ? (
        <p className="mt-3 text-text-muted">No requests were opened in this period.</p>
      ) : (
        <>
          <p className="mt-3 text-xs text-text-muted tabular-nums">{most.toLocaleString('en')} per day</p>
          <Bars perDay={perDay} most={most} label={summary(perDay, most)} />
          <div className="mt-1 flex justify-between gap-4 text-xs text-text-muted tabular-nums">
            <span>{dayWords(first.day)}</span>
            <span>{dayWords(last.day)}</span>
          </div>
          <details className="mt-4">
            <summary className="min-h-6 w-fit cursor-pointer text-accent">View as table</summary>
            <p className="mt-3 mb-2 text-text-muted">Days are in UTC. Days without requests aren't listed.</p>
            <Table
              caption="Requests opened per day"
              columns={[{ label: 'Day' }, { label: 'Opened', number: true }]}
            >
              {withRequests.map(({ day, opened }) => (
                <tr key={day}>
                  <th scope="row">{dayWords(day)}</th>
                  <td className="number">{opened.toLocaleString('en')}</td>
                </tr>
              ))}
            </Table>
          </details>
        </>
      )}
    </figure>
  )
}

function Bars({ perDay, most, label }: { perDay: DayOpened[]; most: number; label: string }) {
  const [width, height] = [perDay.length, 100]
  // Many days leave no room for gaps.
  const bar = perDay.length > 100 ? 1 : 0.8
  const bars = perDay.flatMap(({ opened }, day) => {
    const top = height - (opened / most) * height
    return opened === 0 ? [] : [`M${day},${height}V${top.toFixed(2)}h${bar}V${height}z`]
  })

  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="mt-1 h-40 w-full"
    >
      <path d={`M0,0H${width}M0,50H${width}`} className="stroke-border" vectorEffect="non-scaling-stroke" />
      <path d={bars.join('')} className="fill-accent" />
      <path d={`M0,${height}H${width}`} className="stroke-border-strong" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

function summary(perDay: DayOpened[], most: number): string {
  const all = perDay.reduce((sum, { opened }) => sum + opened, 0)
  const top = perDay.find(({ opened }) => opened === most)?.day ?? ''
  return `${all.toLocaleString('en')} requests in ${perDay.length} days. Busiest day: ${dayWords(top)}, with ${most.toLocaleString('en')}. The table below lists the days.`
}

function dayWords(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`))
}

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
