import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { newNoticeId, notMeHashOf } from '@/lib/mail-links/not-me-link'
import type { Notice } from './notification'

/** Tells a person, in the caller's transaction: by mail, and in the portal where it is kept (AU-8). */
export async function tell(tx: Tx, notice: Notice): Promise<void> {
  const noticeId = newNoticeId()
  await tx.$executeRaw`
    insert into portal_notice (id, employee_id, notice, not_me_hash)
    values (${noticeId}::uuid, ${notice.employeeId}::uuid, ${notice}::jsonb, ${notMeHashOf(noticeId)})`
  await enqueue(tx, 'notice', { noticeId })
}
