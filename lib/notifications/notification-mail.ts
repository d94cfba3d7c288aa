import { notMeSecret } from '@/lib/mail-links/not-me-link'
import type { Links, Reader, Words } from '@/lib/notifications/words/parts'
import { greet, type Letter, oneLine } from './mail-layout'
import type { Notice } from './notification'
import { deactivated, numberChanged, reactivated, roleChanged, ruleSwitched } from './words/account-changes'
import { accountSecured, colleagueAlarm, textsSpent, vendorMoves } from './words/alerts'
import { casePageLink } from './words/case-page-link'
import { policyChanged } from './words/firm-policy'
import { caseAnswerLate, caseLate, setUpUnused } from './words/late-cases'
import {
  numberConfirmed,
  passkeyCopied,
  recoveryCodesMade,
  recoveryCodeUsed,
  wayAdded,
  wayRemoved,
} from './words/methods'
import {
  helpAsked,
  passMade,
  secondStepReset,
  secondStepSetUp,
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
export function noticeLetter(notice: Notice, reader: Reader, portalUrl: string, noticeId: string): Letter {
  const links: Links = {
    security: `${portalUrl}/account/security`,
    forgotten: `${portalUrl}/forgot-password`,
    signIn: `${portalUrl}/sign-in`,
    employees: `${portalUrl}/admin/employees`,
    requests: `${portalUrl}/admin/requests`,
    auditLog: `${portalUrl}/admin/audit-log`,
    cases: `${portalUrl}/support/cases`,
    help: `${portalUrl}/help/two-factor-authentication`,
    notMe: `${portalUrl}/not-me/${notMeSecret(noticeId)}`,
  }
  return { greeting: greet(reader.name), ...wordsFor(notice, links, reader) }
}

function wordsFor(notice: Notice, links: Links, reader: Reader): Words {
  const firm = oneLine(reader.firmName)
  switch (notice.kind) {
    case 'new-browser':
      return newBrowser(notice, links)
    case 'second-step-failed':
      return secondStepFailed(notice, links)
    case 'push-denied':
      return pushDenied(notice, links)
    case 'tokens-locked':
      return tokensLocked(notice, links)
    case 'tokens-disabled':
      return tokensDisabled(notice, links)
    case 'tokens-unlocked':
      return tokensUnlocked(notice, links, firm)
    case 'codes-locked':
      return codesLocked(notice, links)
    case 'browser-remembered':
      return browserRemembered(notice, links)
    case 'password-changed':
      return passwordSet(notice, links)
    case 'way-added':
      return wayAdded(notice, links)
    case 'way-removed':
      return wayRemoved(notice, links)
    case 'recovery-codes-made':
      return recoveryCodesMade(notice, links)
    case 'recovery-code-used':
      return recoveryCodeUsed(notice, links)
    case 'passkey-copied':
      return passkeyCopied(notice, links)
    case 'number-confirmed':
      return numberConfirmed(notice, links)
    case 'colleague-alarm':
      return colleagueAlarm(notice, links, reader)
    case 'account-secured':
      return accountSecured(notice, links, firm)
    case 'texts-spent':
      return textsSpent(notice)
    case 'vendor-moves':
      return vendorMoves(notice, links, firm)
    case 'number-changed':
      return numberChanged(notice, links, firm)
    case 'role-changed':
      return roleChanged(notice, links, firm)
    case 'deactivated':
      return deactivated(notice, firm)
    case 'reactivated':
      return reactivated(notice, links, firm)
    case 'pass-made':
      return passMade(notice, links, firm)
    case 'second-step-reset':
      return secondStepReset(notice, links, firm)
    case 'signed-out':
      return signedOut(notice, links, firm)
    case 'second-step-set-up':
      return secondStepSetUp(notice, links)
    case 'help-asked':
      return helpAsked(notice, links)
    case 'case-late':
      return caseLate(notice, links)
    case 'case-answer-late':
      return caseAnswerLate(notice, firm)
    case 'set-up-unused':
      return setUpUnused(notice, firm)
    case 'case-page-link':
      return casePageLink(notice, links)
    case 'rule-switched':
      return ruleSwitched(notice, links, firm)
    case 'policy-changed':
      return policyChanged(notice, links, firm)
  }
}
