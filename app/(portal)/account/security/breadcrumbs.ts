import type { Route } from 'next'

export const trail: Array<{ label: string; href: Route }> = [{ label: 'Security', href: '/account/security' }]
