import { clsx } from 'clsx/lite'
import { Icon, type IconName } from '@/components/ui/icon'
import type { CasePage } from '@/lib/cases/person/get-case-page'
import type { CaseState } from '@/prisma/client/enums'

type Step = { label: string; states: readonly CaseState[] }

const closed: readonly CaseState[] = ['done', 'stopped', 'withdrawn', 'declined', 'found']

const steps: Record<CasePage['kind'], readonly Step[]> = {
  lost_phone: [
    { label: 'Received', states: ['received'] },
    { label: 'In review', states: ['checking', 'asked', 'seconding'] },
    { label: 'Security hold', states: ['waiting'] },
    { label: 'Ready', states: ['ready'] },
    { label: 'Closed', states: closed },
  ],
  number_change: [
    { label: 'Security hold', states: ['waiting'] },
    { label: 'Closed', states: closed },
  ],
}

const endings: Partial<Record<CaseState, string>> = {
  done: 'completed',
  stopped: 'canceled',
  withdrawn: 'withdrawn',
  declined: 'declined',
  found: 'phone found',
}

/** Every step: done, current or upcoming, by icon, word and tint. */
export function Steps({ page }: { page: CasePage }) {
  const { kind, state, reached } = page
  const isOver = closed.includes(state)
  const now = steps[kind].findIndex(({ states }) => states.includes(state))

  return (
    <ol aria-label="Steps" className="grid gap-2">
      {steps[kind].map(({ label, states }, index) => {
        const isNow = index === now
        const isDone = index < now && states.some((one) => reached.includes(one))
        if (isOver && !isNow && !isDone) return null
        const ending = isNow ? endings[state] : undefined
        return (
          <li
            key={label}
            aria-current={isNow ? 'step' : undefined}
            className={clsx('flex items-center gap-2.5', isNow ? 'font-semibold' : 'text-text-muted')}
          >
            <span
              className={clsx(
                'grid size-6 shrink-0 place-items-center rounded-full border',
                isNow
                  ? 'border-accent bg-accent text-accent-text'
                  : isDone
                    ? marks.done
                    : 'border-border-strong',
              )}
            >
              {isDone && <Icon name="check" size={14} />}
              {isNow && <Icon name={nowIcon(state, isOver)} size={14} />}
            </span>
            <span>
              {label}
              {ending && `: ${ending}`}
              <span className="sr-only">{isDone ? ', done' : isNow ? ', current step' : ', upcoming'}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const marks = { done: 'border-ok-border bg-ok-bg text-ok-fg' }

function nowIcon(state: CaseState, isOver: boolean): IconName {
  if (!isOver) return 'clock'
  return state === 'done' || state === 'found' ? 'check' : 'x'
}
