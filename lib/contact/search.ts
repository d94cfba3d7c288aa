import { normaliseEmail } from '@/lib/contact/email-address'
import { Prisma } from '@/prisma/client/client'

/** Every word must be found, in any order. `key` is what PostgreSQL has made with its function `search_key`. */
export function matching(key: Prisma.Sql, search: string): Prisma.Sql {
  const words = search.split(' ').filter(Boolean)
  if (words.length === 0) return Prisma.sql`true`
  const typed = words.map((word) => (word.includes('@') ? normaliseEmail(word) : word))
  return Prisma.join(
    typed.map((word) => Prisma.sql`${key} like search_pattern(${word})`),
    ' and ',
  )
}
