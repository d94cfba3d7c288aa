import type { Fact, Links, Words } from './parts'
import { timeInWords } from './plain-text'

type Seen = { at: string; place: string; browser: string }

/** The frame of every letter about something that the person, or somebody in the person's name, has done. */
export function ownAct(
  seen: Seen,
  links: Links,
  { ifYou = 'If this was you, there is nothing to do.', facts = [], methods = [], ...words }: OwnActWords,
): Words {
  return {
    ...words,
    facts: [...facts, ['When', timeInWords(seen.at)], ['Where', seen.place], ['Browser', seen.browser]],
    button: { words: 'This was not me', url: links.notMe },
    links: methods,
    after: [ifYou, notYou],
  }
}

type OwnActWords = Pick<Words, 'subject' | 'paragraphs'> & {
  ifYou?: string
  facts?: Fact[]
  methods?: Words['links']
}

const notYou =
  'If it was not you, press "This was not me" above. The page that opens signs everybody out of your account, makes the old password useless, mails you a link for a new one and tells the admins of your firm.'
