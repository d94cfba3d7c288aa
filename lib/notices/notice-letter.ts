import { casePageLink } from './case-page-link'
import { deactivated, numberChanged, reactivated, roleChanged, ruleSwitched } from './change-notices'
import { helpAsked, passMade, secondStepReset, secondStepSetUp, signedOut } from './help-notices'
import { caseAnswerLate, caseLate, setUpUnused } from './late-notices'
import { greet, type Letter, oneLine } from './letter'
import type { Notice } from './notice'
import { newBrowser, passwordSet, pushDenied, secondStepFailed, tokensLocked } from './sign-in-notices'

export type Reader = { name: string; firmName: string }

export type Words = Omit<Letter, 'greeting'>
export type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>
export type Links = Record<
  'security' | 'forgotten' | 'signIn' | 'employees' | 'requests' | 'cases' | 'help',
  string
>

/** What happened, when, where, and what to do if it was not you. `portalUrl` comes from the settings, never from a request. */
export function noticeLetter(notice: Notice, reader: Reader, portalUrl: string): Letter {
  const links: Links = {
    security: `${portalUrl}/account/security`,
    forgotten: `${portalUrl}/forgotten-password`,
    signIn: `${portalUrl}/sign-in`,
    employees: `${portalUrl}/admin/employees`,
    requests: `${portalUrl}/admin/requests`,
    cases: `${portalUrl}/support/cases`,
    help: `${portalUrl}/help/two-factor-authentication`,
  }
  return { greeting: greet(reader.name), ...wordsFor(notice, links, oneLine(reader.firmName)) }
}

function wordsFor(notice: Notice, links: Links, firm: string): Words {
  switch (notice.kind) {
    case 'new-browser':
      return newBrowser(notice, links)
    case 'second-step-failed':
      return secondStepFailed(notice, links)
    case 'push-denied':
      return pushDenied(notice, links)
    case 'tokens-locked':
      return tokensLocked(notice, links)
    case 'password-changed':
      return passwordSet(notice, links)
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
      return secondStepSetUp(notice, links, firm)
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
  }
}
