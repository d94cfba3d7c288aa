import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'

export const metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <SignedOutShell
      title="There is no page here"
      about="The address may be mistyped, or the page belongs to someone else or is gone."
    >
      <a href="/" className={buttonClass({ look: 'primary' })}>
        Go to the home page
      </a>
    </SignedOutShell>
  )
}
