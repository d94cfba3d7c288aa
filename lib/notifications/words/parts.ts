import type { MailContent } from '@/lib/notifications/mail-layout'
import type { Notification } from '@/lib/notifications/notification'

/** `isOperator`: a supporter, who has no admin to ask and no pages of admins. */
export type Reader = { name: string; firmName: string; isOperator: boolean }

export type Words = Omit<MailContent, 'greeting'>

export type NotificationOf<Kind extends Notification['kind']> = Extract<Notification, { kind: Kind }>

export type Links = Record<
  'security' | 'forgotten' | 'signIn' | 'employees' | 'requests' | 'auditLog' | 'cases' | 'help' | 'notMe',
  string
>
