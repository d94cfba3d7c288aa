import { db } from '@/lib/db'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import type { Operation } from './operation'

const notifications = () => '/account/notifications'

/** What people answer to their notifications. */
export const notificationOperations: Record<string, Operation> = {
  markReadAction: { page: notifications, button: 'Mark all as read', done: /^\/account\/notifications$/ },
  sayNotMeSignedInAction: {
    page: notifications,
    button: 'This was not me: New sign-in to your Partner Portal account',
    ownId: ({ owned }, visitor) => owned[visitor].notificationId,
    done: /^\/not-me\//,
  },
  sayNotMeAction: {
    page: ({ notified }) => `/not-me/${notMeSecret(notified.id)}`,
    holder: 'anonymous',
    button: 'This was not me',
    prepare: ({ notified }) =>
      db.notification.update({ where: { id: notified.id }, data: { notMeAt: null } }),
    done: /^\/not-me\/[\w-]{43}$/,
  },
}
