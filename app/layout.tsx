import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { themeFrom } from '@/components/theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Partner Portal', template: '%s · Partner Portal' },
  icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page rendered ahead of its request has no nonce, and its scripts would be refused.
  await headers()
  const theme = themeFrom((await cookies()).get('theme')?.value)

  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <a href="#content" className="skip-link">
          Skip to content
        </a>
        {children}
      </body>
    </html>
  )
}
