import type { Notification, NotificationOf } from './notification'

export type MailContent = {
  subject: string
  greeting: string
  paragraphs: string[]
  quote?: string[]
  facts?: Fact[]
  button?: Link
  links?: Link[]
  after?: string[]
}

export type Link = { intro?: string; words: string; url: string }

export type Fact = [label: string, value: string]

export type Reader = { name: string; firmName: string; isOperator: boolean }

export type Words = Omit<MailContent, 'greeting'>

export type Links = Record<
  'security' | 'forgotten' | 'signIn' | 'employees' | 'requests' | 'auditLog' | 'cases' | 'help' | 'notMe',
  string
>

export type AllWords = {
  [Kind in Notification['kind']]: (notification: NotificationOf<Kind>, to: Reader & Links) => Words
}
