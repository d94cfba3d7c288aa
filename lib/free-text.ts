import { z } from 'zod'

// Bidirectional controls make a log, a page and a mail show the same text differently.
const hidden =
  /[[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]--[\n\u200c\u200d\p{Variation_Selector}]]/gv
const strayMarks = /(?<!\S)(?:\u200c|\u200d|\p{Variation_Selector})+/gu
// Persian, Indic scripts and emoji need a joiner between two characters.
const strayJoiners =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![[\p{L}\p{M}\p{Extended_Pictographic}]--\p{Variation_Selector}])/gv

/** The one cleaning of everything that people write: what is stored is what every page, log and mail shows. */
export function cleanText(typed: string): string {
  return typed
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(hidden, '')
    .replace(strayMarks, '')
    .replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1')
    .replace(strayJoiners, '')
    .normalize('NFC')
    .replace(/ +\n/g, '\n')
    .trim()
}

export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ')
}

/** Lengths count what is left, in UTF-16 units like `maxLength` in the browser; zod's `max` counts code points. */
export const textOf = (most: number) => cleaned(cleanText, most)
export const lineOf = (most: number) => cleaned(cleanLine, most)

function cleaned(clean: (typed: string) => string, most: number) {
  return z
    .string()
    .transform(clean)
    .refine((text) => text.length <= most, `Use at most ${most.toLocaleString('en')} characters.`)
}

/** A search that is too long is cut, never ignored. */
export const search = z
  .string()
  .transform((typed) => cleanLine(cleanLine(typed).slice(0, 100)))
  .catch('')
