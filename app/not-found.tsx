import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'

export const metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <SignedOutShell title="Page not found" about="It may have moved, or you may not have access.">
      <a href="/" className={buttonClass({ look: 'primary' })}>
        Go to the home page
      </a>
      <a href="/help" className="text-link text-center">
        Search the help center
      </a>
    </SignedOutShell>
  )
}
