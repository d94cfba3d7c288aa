import type { MDXComponents } from 'mdx/types'
import type { ReactNode } from 'react'

/** The look of the articles' Markdown. Each heading carries an id, so that messages can link to it. */
export const articleElements: MDXComponents = {
  h2: Part,
  h3: ({ id, children }) => (
    <h3 id={id} className="mt-6 scroll-mt-6 text-base break-after-avoid">
      {children}
    </h3>
  ),
  p: ({ children }) => <p className="mt-3">{children}</p>,
  ol: ({ children }) => (
    <ol className="mt-3 grid list-decimal gap-2 pl-6 marker:text-text-muted">{children}</ol>
  ),
  ul: ({ children }) => <ul className="mt-3 grid list-disc gap-2 pl-6 marker:text-text-muted">{children}</ul>,
  a: ({ href, children }) => (
    <a href={href} className="text-link">
      {children}
    </a>
  ),
  code: ({ children }) => (
    <code className="rounded-xs bg-hover px-1 py-0.5 font-mono text-sm">{children}</code>
  ),
  strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
  Contents: ({ children }) => (
    <nav
      aria-labelledby="contents"
      className="mt-6 rounded-card border border-border bg-surface px-5 pt-4 pb-5 sm:[&>ul]:grid-cols-2"
    >
      <p id="contents" className="font-semibold">
        On this page
      </p>
      {children}
    </nav>
  ),
  Part,
}

/** Written out in an article where the id that messages link to differs from the heading's words. */
function Part({ id, children }: { id?: string; children?: ReactNode }) {
  return (
    <h2 id={id} className="mt-10 scroll-mt-6 text-xl tracking-tight break-after-avoid">
      {children}
    </h2>
  )
}
