import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './portal-test'

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
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (colorScheme === 'dark') axe.withRules(['color-contrast'])
  const found = await axe.analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
  )
}
