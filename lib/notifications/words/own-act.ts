import type { Fact, Links, Words } from './parts'
import { timeInWords } from './plain-text'

type Seen = { at: string; place: string; browser: string }

export function ownAct(
  seen: Seen,
  links: Links,
  {
    ifYou = "If this was you, you don't need to do anything.",
    facts = [],
    methods = [],
    ...words
  }: OwnActWords,
): Words {
  return {
    ...words,
    facts: [...facts, ['When', timeInWords(seen.at)], ['Where', seen.place], ['Browser', seen.browser]],
    button: secureAccount(links),
    links: methods,
    after: [ifYou, whatItDoes],
  }
}

type OwnActWords = Pick<Words, 'subject' | 'paragraphs'> & {
  ifYou?: string
  facts?: Fact[]
  methods?: Words['links']
}

export function secureAccount(links: Links) {
  return { intro: "Don't recognize this?", words: 'Secure your account', url: links.notMe }
}

const whatItDoes =
  '"Secure your account" opens a page where you can sign everyone out of your account and block your password. We\'ll then email you a link to set a new one and notify your firm\'s admins.'
