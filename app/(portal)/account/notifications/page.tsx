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
import { NotificationList } from './notification-list'

export const metadata: Metadata = { title: 'Notifications' }

export default async function NotificationsPage({ searchParams }: PageProps<'/account/notifications'>) {
  const actor = await requirePermission('account.manage')
  const view = notificationsView.parse(await searchParams)
  const [list, unread] = await Promise.all([listNotifications(actor, view), countUnread(actor)])
  const newest = view.before ? undefined : list.notifications[0]

  return (
    <Page narrow>
      <PageHeader
        title="Notifications"
        about={`Emails we sent about your account, newest first. They're listed for ${keptDays} days.`}
        action={
          newest && unread > 0 ? (
            <PostForm action={markReadAction}>
              <input type="hidden" name="until" value={newest.at.toISOString()} />
              <SubmitButton look="secondary">Mark all as read</SubmitButton>
            </PostForm>
          ) : undefined
        }
      />
      {list.isUnreadable ? (
        <UnreadablePosition first="/account/notifications" />
      ) : list.notifications.length === 0 ? (
        <EmptyState icon="mail" title={view.before ? 'No older notifications' : 'No notifications yet'}>
          When something important happens on your account, we'll email you and list it here.
        </EmptyState>
      ) : (
        <NotificationList notifications={list.notifications} />
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
