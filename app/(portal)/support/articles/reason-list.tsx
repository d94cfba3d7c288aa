import { Time } from '@/components/time'
import { articles } from '@/lib/help-articles/articles'
import type { Reason } from '@/lib/help-articles/queries'

export function ReasonList({ reasons }: { reasons: Reason[] }) {
  return (
    <ul className="grid gap-3">
      {reasons.map(({ article, words, at, firm }) => (
        <li
          key={`${article} ${at.getTime()} ${words}`}
          className="rounded-card border border-border bg-surface px-5 py-4"
        >
          {/* Isolated, so that right-to-left text does not reorder the text around it. */}
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {words}
          </p>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-text-muted">
            <Time at={at} />
            <bdi className="wrap-anywhere">{firm}</bdi>
            <span>{articles[article].title}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
