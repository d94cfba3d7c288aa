/**
 * What a person sees after an unexpected error: no details, only the reference that the log line holds. Plain markup, since
 * every page loads this script twice.
 */
export function Crash({ error, retry }: { error: unknown; retry: () => void }) {
  // Only an error of the server has a digest. One of the browser is in no log.
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : null

  return (
    <main id="content" tabIndex={-1} className="crash roomy">
      <h1 className="text-2xl tracking-tight">Something went wrong on our side</h1>
      {reference ? (
        <p className="text-text-muted">
          Try again, or contact support with reference{' '}
          <code className="font-mono font-medium text-text">{reference}</code>.
        </p>
      ) : (
        <p className="text-text-muted">Try again, or contact support.</p>
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
