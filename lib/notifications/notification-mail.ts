import { notMeSecret } from '@/lib/mail-links/not-me-link'
import type { Links, MailContent, Reader, Words } from '@/lib/notifications/words/parts'
import { greet, oneLine } from '@/lib/notifications/words/plain-text'
import { deactivated, numberChanged, reactivated, roleChanged, ruleSwitched } from './words/account-changes'
import { accountSecured, colleagueAlarm, textsUsed, vendorMigrations } from './words/alerts'
import { casePageLink } from './words/case-page-link'
import { policyChanged } from './words/firm-policy'
import { caseAnswerLate, caseLate, enrollmentUnused } from './words/late-cases'
import {
  methodAdded,
  methodRemoved,
  numberConfirmed,
  passkeyCopied,
  recoveryCodesMade,
  recoveryCodeUsed,
} from './words/methods'
import type { Notification } from './words/notification'
import {
  methodsReset,
  oneTimePassMade,
  phoneEnrolled,
  recoveryAsked,
  signedOut,
  tokensUnlocked,
} from './words/recovery-by-admin'
import {
  browserRemembered,
  codesLocked,
  newBrowser,
  passwordSet,
  pushDenied,
  secondStepFailed,
  tokensDisabled,
  tokensLocked,
} from './words/sign-in'

/**
 * What happened, when, where, and what to do if it was not you. `portalUrl` comes from the settings, never from a request; from
 * the id of the notice comes the link *This was not me*.
 */
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
  return { greeting: greet(reader.name), ...wordsFor(notification, links, reader) }
}

function wordsFor(notification: Notification, links: Links, reader: Reader): Words {
  const firm = oneLine(reader.firmName)
  switch (notification.kind) {
    case 'new-browser':
      return newBrowser(notification, links)
    case 'second-step-failed':
      return secondStepFailed(notification, links)
    case 'push-denied':
      return pushDenied(notification, links)
    case 'tokens-locked':
      return tokensLocked(notification, links)
    case 'tokens-disabled':
      return tokensDisabled(notification, links)
    case 'tokens-unlocked':
      return tokensUnlocked(notification, links, firm)
    case 'codes-locked':
      return codesLocked(notification, links)
    case 'browser-trusted':
      return browserRemembered(notification, links)
    case 'password-changed':
      return passwordSet(notification, links)
    case 'method-added':
      return methodAdded(notification, links)
    case 'method-removed':
      return methodRemoved(notification, links)
    case 'recovery-codes-made':
      return recoveryCodesMade(notification, links)
    case 'recovery-code-used':
      return recoveryCodeUsed(notification, links)
    case 'passkey-copied':
      return passkeyCopied(notification, links)
    case 'number-confirmed':
      return numberConfirmed(notification, links)
    case 'colleague-alarm':
      return colleagueAlarm(notification, links, reader)
    case 'account-secured':
      return accountSecured(notification, links, firm)
    case 'texts-used-up':
      return textsUsed(notification)
    case 'vendor-migrations':
      return vendorMigrations(notification, links, firm)
    case 'number-changed':
      return numberChanged(notification, links, firm)
    case 'role-changed':
      return roleChanged(notification, links, firm)
    case 'deactivated':
      return deactivated(notification, firm)
    case 'reactivated':
      return reactivated(notification, links, firm)
    case 'one-time-pass-made':
      return oneTimePassMade(notification, links, firm)
    case 'methods-reset':
      return methodsReset(notification, links, firm)
    case 'signed-out':
      return signedOut(notification, links, firm)
    case 'phone-enrolled':
      return phoneEnrolled(notification, links)
    case 'recovery-asked':
      return recoveryAsked(notification, links)
    case 'case-late':
      return caseLate(notification, links)
    case 'case-answer-late':
      return caseAnswerLate(notification, firm)
    case 'enrollment-unused':
      return enrollmentUnused(notification, firm)
    case 'case-page-link':
      return casePageLink(notification, links)
    case 'rule-switched':
      return ruleSwitched(notification, links, firm)
    case 'policy-changed':
      return policyChanged(notification, links, firm)
  }
}
