import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export { expect }

/** A test that also fails when the browser complains: about the content policy, in its console, or of a script error. */
export const test = base.extend<{ hasScript: boolean; colleague: Page }>({
  hasScript: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),
  context: async ({ context }, use) => {
    const complaints = await listen(context)
    await use(context)
    expect(complaints).toEqual([])
  },
  /** Somebody else's browser. */
  colleague: async ({ browser }, use) => {
    const context = await browser.newContext()
    const complaints = await listen(context)
    await use(await context.newPage())
    await context.close()
    expect(complaints).toEqual([])
  },
})

async function listen(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  context.on('weberror', (found) => complaints.push(found.error().message))
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    // Chromium reports a page that says "not found" as if a file were missing.
    const isThePage = message.text().includes('status of 404') && url === message.page()?.url()
    if (!isThePage) complaints.push(`${message.text()} (${url})`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`The policy ${violatedDirective} was violated by ${blockedURI}`),
    )
  })
  // Limits count networks: each test comes from its own.
  await context.setExtraHTTPHeaders({ 'x-forwarded-for': newAddress() })
  return complaints
}

function newAddress(): string {
  const byte = () => Math.floor(Math.random() * 256)
  return `10.${byte()}.${byte()}.${byte()}`
}
