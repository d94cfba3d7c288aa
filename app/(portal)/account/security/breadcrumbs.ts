import type { Route } from 'next'

export const breadcrumbs: Array<{ label: string; href: Route }> = [
  { label: 'Security', href: '/account/security' },
]
