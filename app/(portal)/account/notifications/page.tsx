import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { UnreadablePosition } from '@/components/ui/unreadable-position'
import { countUnread, listNotifications } from '@/lib/notifications/queries'
import { keptDays } from '@/lib/notifications/rules'
import { notificationsView } from '@/lib/notifications/schema'
import { requirePermission } from '@/lib/session/guards'
import { markReadAction } from './actions'
import { MarkSeen } from './mark-seen'
import { NotificationList } from './notification-list'

export const metadata: Metadata = { title: 'Notifications' }

export default async function NotificationsPage({ searchParams }: PageProps<'/account/notifications'>) {
  const actor = await requirePermission('account.manage')
  const view = notificationsView.parse(await searchParams)
  const [list, unread] = await Promise.all([listNotifications(actor, view), countUnread(actor)])
  const shown = list.notifications
  const [newest, oldest] = [shown[0], shown.at(-1)]

  return (
    <Page narrow>
      <PageHeader
        title="Notifications"
        about={`Emails we sent about your account, newest first. They're listed for ${keptDays} days.`}
        action={
          newest &&
          !view.before &&
          unread > 0 && <MarkAllRead until={newest.at} hasOlder={list.older !== null} />
        }
      />
      {unread > 0 && newest && oldest && shown.some(({ isNew }) => isNew) && (
        <MarkSeen since={oldest.at.toISOString()} until={newest.at.toISOString()} />
      )}
      {list.isUnreadable ? (
        <UnreadablePosition first="/account/notifications" />
      ) : shown.length === 0 ? (
        <EmptyState icon="mail" title={view.before ? 'No older notifications' : 'No notifications yet'}>
          When something important happens on your account, we'll email you and list it here.
        </EmptyState>
      ) : (
        <NotificationList notifications={shown} />
      )}
      {(list.older || view.before) && (
        <Pagination
          summary={view.before ? 'Older notifications' : 'Newest notifications'}
          previous={view.before ? '/account/notifications' : null}
          next={list.older ? `/account/notifications?before=${list.older}` : null}
        />
      )}
    </Page>
  )
}

/** A page marks what it shows. By hand it is needed where older pages have unread ones, and without script. */
function MarkAllRead({ until, hasOlder }: { until: Date; hasOlder: boolean }) {
  const form = (
    <PostForm action={markReadAction}>
      <input type="hidden" name="until" value={until.toISOString()} />
      <SubmitButton look="secondary">Mark all as read</SubmitButton>
    </PostForm>
  )
  return hasOlder ? form : <noscript>{form}</noscript>
}
