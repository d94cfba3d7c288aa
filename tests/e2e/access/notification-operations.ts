import { db } from '@/lib/db'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import type { Operation } from './operation'

const notices = () => '/account/notifications'

/** What people answer to what they were told. */
export const noticeOperations: Record<string, Operation> = {
  markReadAction: { page: notices, button: 'Mark all as read', done: /^\/account\/notices$/ },
  sayNotMeSignedInAction: {
    page: notices,
    button: 'This was not me: New sign-in to your Partner Portal account',
    ownId: ({ owned }, visitor) => owned[visitor].noticeId,
    done: /^\/not-me\//,
  },
  sayNotMeAction: {
    page: ({ told }) => `/not-me/${notMeSecret(told.id)}`,
    holder: 'anonymous',
    button: 'This was not me',
    prepare: ({ told }) => db.portalNotice.update({ where: { id: told.id }, data: { notMeAt: null } }),
    done: /^\/not-me\/[\w-]{43}$/,
  },
}
