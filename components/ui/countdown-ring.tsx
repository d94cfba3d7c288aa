import type { ReactNode } from 'react'

type CountdownRingProps = { seconds: number; secondsLeft?: number; children: ReactNode }

/** A ring that empties around its content. Animated without script. */
export function CountdownRing({ seconds, secondsLeft = seconds, children }: CountdownRingProps) {
  const gone = seconds - secondsLeft

  return (
    <div className="relative grid size-30 shrink-0 place-items-center">
      <svg
        viewBox="0 0 120 120"
        aria-hidden="true"
        fill="none"
        strokeWidth="5"
        className="absolute inset-0 -rotate-90"
      >
        <circle cx="60" cy="60" r="56" className="ring-track" />
        <circle
          cx="60"
          cy="60"
          r="56"
          pathLength={seconds}
          strokeDasharray={seconds}
          strokeDashoffset={gone}
          strokeLinecap="round"
          className="ring-left stroke-accent"
        >
          <animate
            attributeName="stroke-dashoffset"
            from={gone}
            to={seconds}
            dur={`${secondsLeft}s`}
            fill="freeze"
          />
        </circle>
      </svg>
      <div className="text-4xl font-semibold tracking-tight tabular-nums">{children}</div>
    </div>
  )
}
