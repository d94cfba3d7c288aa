import { env } from '@/lib/env'

/** The name that every attempt at one mail carries: mail systems show the same name once. */
export function messageId(kind: string, id: string): string {
  return `<${kind}-${id}@${new URL(env.PORTAL_URL).hostname}>`
}
