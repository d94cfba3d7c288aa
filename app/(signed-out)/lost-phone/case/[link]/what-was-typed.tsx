import type { CasePage } from '@/lib/cases/person/get-case-page'
import { reasonWords } from './sentences'

/** The answers from the request form, and nothing else that the portal knows. */
export function WhatWasTyped({ page }: { page: CasePage }) {
  const { reason, newNumber, bestTime, words } = page
  const typed: Array<[string, string | null]> = [
    ['What happened', reason && reasonWords[reason]],
    ['New number', newNumber],
    ['Best time to call', bestTime],
    ['Anything else', words],
  ]
  return (
    <details>
      <summary className="text-link cursor-pointer">What you told us</summary>
      <dl className="mt-3 grid gap-2">
        {typed.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt className="text-sm text-text-muted">{name}</dt>
                <dd className="whitespace-pre-line wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  )
}
