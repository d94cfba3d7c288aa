import type { Notification, NotificationOf } from './notification'

/** What a mail says, before it is laid out. Everything in it is plain text; values of people are put on one line. */
export type MailContent = {
  subject: string
  greeting: string
  paragraphs: string[]
  /** Somebody else's words, line by line, shown as theirs. */
  quote?: string[]
  facts?: Fact[]
  button?: Link
  /** Other ways on, below the button. */
  links?: Link[]
  after?: string[]
}

export type Link = { words: string; url: string }

export type Fact = [label: string, value: string]

/** `isOperator`: a supporter, who has no admin to ask and no pages of admins. */
export type Reader = { name: string; firmName: string; isOperator: boolean }

export type Words = Omit<MailContent, 'greeting'>

export type Links = Record<
  'security' | 'forgotten' | 'signIn' | 'employees' | 'requests' | 'auditLog' | 'cases' | 'help' | 'notMe',
  string
>

/** The words of each kind of notification. The name of the firm is one harmless line in it. */
export type AllWords = {
  [Kind in Notification['kind']]: (notification: NotificationOf<Kind>, to: Reader & Links) => Words
}
