/**
 * What a person sees when something failed that cannot fail: no details, only the reference that is in our log. Plain markup:
 * the scripts of every page carry it, twice.
 */
export function Crash({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : null

  return (
    <main id="content" tabIndex={-1} className="roomy mx-auto grid max-w-100 gap-4 px-4 pt-[20vh] text-base">
      <h1 className="text-2xl tracking-tight">This page could not be shown</h1>
      <p className="text-text-muted">
        The fault is ours and has been noted. Try again; if it stays, tell support the reference.
      </p>
      {reference && (
        <p>
          Reference <code className="font-mono font-medium">{reference}</code>
        </p>
      )}
      <button type="button" className="button button-primary" onClick={retry}>
        Try again
      </button>
      <a href="/" className="button button-secondary">
        Go to the home page
      </a>
    </main>
  )
}
