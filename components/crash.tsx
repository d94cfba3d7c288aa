import { SignedOutShell } from '@/components/signed-out-shell'
import { Button, buttonClass } from '@/components/ui/button'

/** What a person sees when something failed that cannot fail: no details, only the reference that is in our log. */
export function Crash({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : null

  return (
    <SignedOutShell
      title="This page could not be shown"
      about="The fault is ours and has been noted. Try again; if it stays, tell support the reference."
    >
      {reference && (
        <p>
          Reference <code className="font-mono font-medium">{reference}</code>
        </p>
      )}
      <Button look="primary" onClick={retry}>
        Try again
      </Button>
      <a href="/" className={buttonClass({ look: 'secondary' })}>
        Go to the home page
      </a>
    </SignedOutShell>
  )
}
