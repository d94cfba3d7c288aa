import type { ReactNode } from 'react'
import { SignInMark } from '@/components/sign-in-mark'
import { BrandMark } from '@/components/ui/brand'
import { PageHeading } from '@/components/ui/page-heading'

type SignedOutShellProps = {
  title: string
  /** The sign-in that the forms here belong to. */
  signIn?: string
  about?: ReactNode
  children: ReactNode
  /** Other things to do, as plain links beneath the card. */
  otherMethods?: ReactNode
}

/** One calm card, one question. Plain links only, so that the page needs almost no script. */
export function SignedOutShell({ title, signIn = '', about, children, otherMethods }: SignedOutShellProps) {
  return (
    <div className="roomy flex min-h-dvh flex-col px-4 pt-8 sm:pt-[20vh]">
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-100 grow">
        <p className="mb-5 flex items-center justify-center gap-2.5 text-base font-semibold">
          <BrandMark />
          Partner Portal
        </p>
        <SignInMark mark={signIn}>
          <div className="rounded-card border border-border bg-surface p-6 text-base sm:p-8">
            <PageHeading>{title}</PageHeading>
            {about && <div className="mt-2 text-text-muted">{about}</div>}
            <div className="mt-6 grid gap-4">{children}</div>
          </div>
          {otherMethods && (
            <div className="mt-5 grid justify-items-center gap-2 text-center">{otherMethods}</div>
          )}
        </SignInMark>
      </main>
      <footer className="py-8 text-center">
        <a href="/help" className="text-link">
          Help with signing in
        </a>
      </footer>
    </div>
  )
}
