import type { Route } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

/** In the place of a list whose address was cut off or made up. */
export function UnreadablePosition({ first }: { first: Route }) {
  return (
    <EmptyState
      icon="circle-exclamation-point"
      title="We can't tell which page of the list you want"
      action={<ButtonLink href={first}>Go to the first page</ButtonLink>}
    >
      The address is incomplete. It may have been cut off.
    </EmptyState>
  )
}
