import { type ArticleName, articleNames, articles } from './articles'
import { headings } from './headings'

export type FoundHeading = { article: ArticleName; id: string; words: string }

/** Every word that was typed begins a word of the heading or of its article's title, in any order. */
export function searchHeadings(typed: string): FoundHeading[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return []
  return articleNames.flatMap((article) =>
    Object.entries(headings[article]).flatMap(([id, words]) => {
      const there = [...wordsOf(words), ...wordsOf(articles[article].title)]
      const isFound = wanted.every((word) => there.some((one) => one.startsWith(word)))
      return isFound ? [{ article, id, words }] : []
    }),
  )
}

function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/[\p{M}\p{Cf}'\u2019]/gu, '')
  return folded.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
