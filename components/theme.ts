export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** Whatever a cookie or form holds, it comes out as a theme. */
export function themeFrom(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
