import createMDX from '@next/mdx'
// Its referrer policy is not `no-referrer`: under it browsers post plain forms with `Origin: null`, which is refused.
import securityHeaders from './lib/server/security-headers.json' with { type: 'json' }

// Pages get theirs, with a nonce, in proxy.ts.
const nothingToLoad = { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }

const clearAfterSignOut = { key: 'Clear-Site-Data', value: '"cache", "storage"' }

// The message that sign-out leaves for this page.
const isSignedOut = { type: 'cookie', key: '__Host-flash', value: '.*(signed-out|wrong-passwords).*' }

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  typedRoutes: true,
  // `npm test` checks the types, tests included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Readiness compares the database with the migrations this build knows.
  outputFileTracingIncludes: { '/ready': ['./prisma/migrations/*/migration.sql'] },
  devIndicators: false,
  images: { unoptimized: true },
  serverExternalPackages: ['authy-client', 'bcrypt', 'pg', 'pg-boss', 'pino', 'nodemailer', 'twilio'],
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
  // Some browsers ask for the old name, whatever the page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/favicon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/api/:path*', headers: [nothingToLoad] },
    // Rendered ahead, which the framework lets shared caches keep for a year.
    { source: '/_(global-error|not-found|error)', headers: [{ key: 'Cache-Control', value: 'no-store' }] },
    { source: '/sign-in', has: [isSignedOut], headers: [clearAfterSignOut] },
  ],
}

// Turbopack takes plug-ins by name only: functions cannot cross into its compiler. The articles get their elements from
// the page that shows them, not from a React context, which server components do not have.
export default createMDX({ options: { rehypePlugins: ['rehype-slug'], providerImportSource: null } })(config)
