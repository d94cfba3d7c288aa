import { normaliseEmail } from '@/lib/contact/email-address'
import { Prisma } from '@/prisma/client/client'

/** Every word must be found, in any order. `key` is what PostgreSQL has made with its function `search_key`. */
export function matching(key: Prisma.Sql, search: string): Prisma.Sql {
  const words = search.split(' ').filter(Boolean)
  if (words.length === 0) return Prisma.sql`true`
  const typed = words.map((word) => (word.includes('@') ? normaliseEmail(word) : word))
  return Prisma.join(
    typed.map((word) =>
      isShort(word) ? startsAWord(key, word) : Prisma.sql`${key} like search_pattern(${word})`,
    ),
    ' and ',
  )
}

/** The index knows three letters or the beginning of a word. One letter of other scripts may be a whole name. */
function isShort(word: string): boolean {
  return /^[\p{Script=Latin}\p{N}]{1,2}$/u.test(word)
}

function startsAWord(key: Prisma.Sql, word: string): Prisma.Sql {
  const start = Prisma.sql`substr(search_pattern(${word}), 2)`
  return Prisma.sql`(${key} like ${start} or ${key} like '% ' || ${start})`
}
