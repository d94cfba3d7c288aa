/** Two doors, one inside the other: the password and the second step. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 24V12.5a7 7 0 0 1 14 0V24M14 24V13a2 2 0 0 1 4 0v11"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        className="stroke-accent-text"
      />
    </svg>
  )
}
