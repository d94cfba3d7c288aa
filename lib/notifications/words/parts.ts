import type { Letter } from '@/lib/notifications/mail-layout'
import type { Notice } from '@/lib/notifications/notification'

/** `isOperator`: a supporter, who has no admin to ask and no pages of admins. */
export type Reader = { name: string; firmName: string; isOperator: boolean }

export type Words = Omit<Letter, 'greeting'>

export type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>

export type Links = Record<
  'security' | 'forgotten' | 'signIn' | 'employees' | 'requests' | 'auditLog' | 'cases' | 'help' | 'notMe',
  string
>
