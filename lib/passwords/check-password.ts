import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { lengthRefusal, ownWords, type PasswordOwner, type PasswordRefusal, withoutOwnWords } from './rules'

// Judging can take a third of a second, in which this process answers nobody.
const perPerson: Limit = { name: 'judged-passwords', points: 30, seconds: 15 * 60 }

/** Why a password cannot be taken, or null. It is compared whole, with lists kept on the server, and leaves it nowhere. */
export async function checkPassword(password: string, owner: PasswordOwner): Promise<PasswordRefusal | null> {
  const wrongLength = lengthRefusal(password)
  if (wrongLength) return wrongLength
  if (!(await takeOne(perPerson, owner.email))) return 'too-many-tries'

  loading ??= loadGuesser()
  const guesser = await loading
  const words = ownWords(owner)
  const rest = withoutOwnWords(password, words)
  if (rest !== null && isEasy(guesser.check(rest))) return 'own-words'

  const guessed = guesser.check(password.normalize('NFC'), words)
  return isEasy(guessed) ? reasonOf(guessed) : null
}

// Ten billion guesses: what a few unrelated words reach, and a dictionary entry with decoration does not.
function isEasy({ guessesLog10 }: ZxcvbnResult): boolean {
  return guessesLog10 < 10
}

let loading: Promise<ZxcvbnFactory> | undefined

/** The lists take a moment and some megabytes: loaded when somebody first chooses a password. */
async function loadGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    // Bounds the work for text that is made to be hard to judge: a good beginning is enough.
    l33tMaxSubstitutions: 8,
    maxLength: 64,
  })
}

function reasonOf({ sequence }: ZxcvbnResult): PasswordRefusal {
  if (sequence.some((match) => match.dictionaryName === 'userInputs')) return 'own-words'
  return sequence.some((match) => match.pattern === 'dictionary') ? 'common' : 'pattern'
}
