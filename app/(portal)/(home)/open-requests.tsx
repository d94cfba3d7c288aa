import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Icon, type IconName } from '@/components/ui/icon'
import { mostCounted, type QueueCounts } from '@/lib/cases/support/queue'

/** For supporters: the open cases, each number with a link to its list. */
export function OpenRequests({ counts }: { counts: QueueCounts }) {
  return (
    <Card title="Requests">
      <ul className="grid gap-2 sm:grid-cols-3">
        <Count href="/support/cases" icon="inbox" label="To decide" count={counts.toDecide} />
        <Count href="/support/cases?view=mine" icon="circle-user" label="Mine" count={counts.mine} />
        <Count
          href="/support/cases?view=overdue"
          icon={counts.overdue > 0 ? 'circle-exclamation-point' : 'circle-check'}
          label="Overdue"
          count={counts.overdue}
          isOverdue={counts.overdue > 0}
        />
      </ul>
    </Card>
  )
}

type CountProps = {
  href: '/support/cases' | `/support/cases?${string}`
  icon: IconName
  label: string
  count: number
  isOverdue?: boolean
}

function Count({ href, icon, label, count, isOverdue }: CountProps) {
  return (
    <li className="contents">
      <Link
        href={href}
        prefetch={false}
        className="grid gap-1 rounded-card border border-border p-4 hover:bg-hover"
      >
        <span className={isOverdue ? 'flex items-center gap-2 text-danger-fg' : 'flex items-center gap-2'}>
          <Icon name={icon} />
          {label}
        </span>
        <span className="text-2xl font-semibold tracking-tight tabular-nums">
          {count > mostCounted ? `${mostCounted}+` : count}
        </span>
      </Link>
    </li>
  )
}
