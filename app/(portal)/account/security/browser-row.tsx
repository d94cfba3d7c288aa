import type { ReactNode } from 'react'

type BrowserRowProps = {
  at: { browser: string; place: string }
  about: ReactNode
  /** A button or a state. */
  end: ReactNode
}

/** A browser and where it is, in a list of sessions or trusted browsers. */
export function BrowserRow({ at, about, end }: BrowserRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-40">
        <p>
          {at.browser}
          <span className="text-text-muted"> from {at.place}</span>
        </p>
        <p className="text-text-muted">{about}</p>
      </div>
      {end}
    </li>
  )
}
