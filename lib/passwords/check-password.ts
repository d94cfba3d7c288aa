import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { type Refusal, refuse } from '@/lib/result'
import { lengthRefusal, ownWords, type PasswordOwner, type PasswordRefusal, withoutOwnWords } from './rules'

// Limits tries, since one check can block this process for a third of a second.
const perPerson: Limit = { name: 'checked-passwords', points: 30, seconds: 15 * 60 }

/** Checks the whole password against lists on this server: no part of it leaves the portal. */
export async function checkPassword(
  password: string,
  owner: PasswordOwner,
): Promise<Refusal<PasswordRefusal> | null> {
  const wrongLength = lengthRefusal(password)
  if (wrongLength) return refuse(wrongLength)
  const opensAt = await takeOrWait(perPerson, owner.email)
  if (opensAt) return refuse('too-many-tries', opensAt)

  loading ??= loadGuesser()
  const guesser = await loading
  const words = ownWords(owner)
  const rest = withoutOwnWords(password, words)
  if (rest !== null && isEasy(guesser.check(rest))) return refuse('own-words')

  const guessed = guesser.check(password.normalize('NFC'), words)
  return isEasy(guessed) ? refuse(reasonOf(guessed)) : null
}

// Requires ten billion guesses: a few unrelated words reach that, a decorated dictionary word does not.
function isEasy({ guessesLog10 }: ZxcvbnResult): boolean {
  return guessesLog10 < 10
}

let loading: Promise<ZxcvbnFactory> | undefined

async function loadGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    // Bounds the work for text made hard to score.
    l33tMaxSubstitutions: 8,
    maxLength: 64,
  })
}

function reasonOf({ sequence }: ZxcvbnResult): PasswordRefusal {
  if (sequence.some((match) => match.dictionaryName === 'userInputs')) return 'own-words'
  return sequence.some((match) => match.pattern === 'dictionary') ? 'common' : 'pattern'
}
