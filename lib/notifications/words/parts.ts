import type { Notification, NotificationOf } from './notification'

/** What a mail says, before it is laid out: plain text throughout. */
export type MailContent = {
  subject: string
  greeting: string
  paragraphs: string[]
  /** A support agent's question, line by line. */
  quote?: string[]
  facts?: Fact[]
  button?: Link
  links?: Link[]
  after?: string[]
}

/** `intro` is the question that the link answers, shown before it. */
export type Link = { intro?: string; words: string; url: string }

export type Fact = [label: string, value: string]

/** `isOperator`: a supporter, without admins to ask and without admin pages. */
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
