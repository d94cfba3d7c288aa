import { notMeSecret } from '@/lib/mail-links/not-me-link'
import { accountChanges } from './words/account-changes'
import { alerts } from './words/alerts'
import { casePageLink } from './words/case-page-link'
import { firmPolicy } from './words/firm-policy'
import { lateCases } from './words/late-cases'
import { methods } from './words/methods'
import type { Notification, NotificationOf } from './words/notification'
import type { AllWords, Links, MailContent, Reader, Words } from './words/parts'
import { people } from './words/people'
import { greet, oneLine } from './words/plain-text'
import { recoveryByAdmin } from './words/recovery-by-admin'
import { signIn } from './words/sign-in'

/** A new kind without words in one of these files does not compile. */
const words: AllWords = {
  ...accountChanges,
  ...alerts,
  ...casePageLink,
  ...firmPolicy,
  ...lateCases,
  ...methods,
  ...people,
  ...recoveryByAdmin,
  ...signIn,
}

/** `portalUrl` is from the settings, never from a request: a forged host must not reach a mail. */
export function notificationMail(
  notification: Notification,
  reader: Reader,
  portalUrl: string,
  notificationId: string,
): MailContent {
  const links: Links = {
    security: `${portalUrl}/account/security`,
    forgotten: `${portalUrl}/forgot-password`,
    signIn: `${portalUrl}/sign-in`,
    employees: `${portalUrl}/admin/employees`,
    requests: `${portalUrl}/admin/requests`,
    auditLog: `${portalUrl}/admin/audit-log`,
    cases: `${portalUrl}/support/cases`,
    help: `${portalUrl}/help/two-factor-authentication`,
    notMe: `${portalUrl}/not-me/${notMeSecret(notificationId)}`,
  }
  const to = { ...reader, firmName: oneLine(reader.firmName), ...links }
  return { greeting: greet(reader.name), ...wordsFor(notification, to) }
}

function wordsFor<Kind extends Notification['kind']>(
  notification: NotificationOf<Kind>,
  to: Reader & Links,
): Words {
  return words[notification.kind](notification, to)
}
