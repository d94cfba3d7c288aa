/** The address of a page that brings the person back to `next`, as the security checkup wants it. */
export function withNext(page: string, next: string | undefined): string {
  return next ? `${page}${page.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}` : page
}

export function readNext(param: string | string[] | undefined): string | undefined {
  return typeof param === 'string' ? param : undefined
}
