import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './portal-test'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** No violation on the page as it stands, narrow and wide, light and dark, and nothing to scroll sideways for. */
export async function expectAccessible(page: Page, screen: string) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    // Colours do not depend on the width.
    for (const colorScheme of width === 390 ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect
        .soft(await violations(page, colorScheme), `${screen}, ${width} pixels, ${colorScheme}`)
        .toEqual([])
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overflow, `${screen} is wider than ${width} pixels by`).toBe(0)
  }
}

/** Only colours differ between the themes, so the dark one is asked about those. */
async function violations(page: Page, colorScheme: 'light' | 'dark') {
  // The half megabyte is read once for each document, and nothing is listed that is right.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};undefined`)
  const found = await page.evaluate(
    (runOnly) =>
      window.axe.run(document, {
        resultTypes: ['violations'],
        elementRef: false,
        ...(runOnly && { runOnly }),
      }),
    colorScheme === 'dark' ? ['color-contrast'] : undefined,
  )
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
  )
}
