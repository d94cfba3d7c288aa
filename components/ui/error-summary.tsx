'use client'

import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

type ErrorSummaryProps = { title?: string; errors: { fieldId: string; message: string }[] }

/** For forms longer than a screen: focus comes here, and each line leads to its field. */
export function ErrorSummary({ title = 'Nothing was saved yet', errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (errors.length > 0) summary.current?.focus()
  }, [errors])

  if (errors.length === 0) return null

  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="grid gap-1.5 rounded-card border border-danger-border bg-danger-bg p-4 text-danger-fg"
    >
      <p className="flex items-center gap-2 font-semibold">
        <Icon name="circle-exclamation-point" size={18} />
        {title}
      </p>
      <ul className="grid gap-1 pl-6.5">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} className="underline underline-offset-3">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
