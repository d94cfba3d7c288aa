import { db } from '@/lib/db'
import { passphrase } from '../../factories'
import { layCase } from './lay-case'
import { lostPhoneOperations } from './lost-phone-operations'
import { methodOperations } from './method-operations'
import { notificationOperations } from './notification-operations'
import { numberOperations } from './number-operations'
import type { Operation } from './operation'
import { supportOperations } from './support-operations'
import type { World } from './world'

const employees = () => '/admin/employees'
const security = () => '/account/security'
const secondStep = () => '/sign-in/second-step'
const article = () => '/help/two-factor-authentication'
const requests = () => '/admin/requests'
const why = () => ({ reason: 'Laptop left on a train' })
const victim = (world: World) => `/admin/employees/${world.victim.id}/edit`

export const operations: Record<string, Operation> = {
  signInAction: {
    page: () => '/sign-in',
    holder: 'anonymous',
    button: 'Sign In',
    fields: ({ people }) => ({ email: people.admin.email, password: passphrase }),
    done: /^\/sign-in\/second-step$/,
  },
  askResetAction: {
    page: () => '/forgot-password',
    holder: 'anonymous',
    button: 'Email me a link',
    fields: () => ({ email: 'nobody@nowhere.example' }),
    done: /we've emailed a link/,
  },
  setPasswordAction: {
    page: ({ link }) => `/set-password/${link}`,
    holder: 'anonymous',
    button: 'Save password',
    fields: () => ({ newPassword: 'too short' }),
    done: /at least 15 characters/i,
  },
  checkTokenAction: {
    page: secondStep,
    holder: 'pending',
    button: 'Sign In',
    fields: () => ({ token: '0000000' }),
    done: /token is wrong/,
  },
  sendTokenAction: { page: secondStep, holder: 'pending', button: 'Text me a token', done: /Token sent/ },
  sendPushAction: {
    page: secondStep,
    holder: 'pending',
    button: 'Send another OneTouch alert',
    done: /^\/sign-in\/second-step$/,
  },
  finishPushAction: {
    page: secondStep,
    holder: 'pending',
    button: 'Continue',
    prepare: approve,
    done: /^\/$/,
  },
  ...lostPhoneOperations,
  ...methodOperations,
  ...notificationOperations,
  ...numberOperations,
  startAgainAction: { page: secondStep, holder: 'pending', button: 'Start again', done: /^\/sign-in$/ },
  stepUpAction: {
    page: () => '/step-up',
    button: 'Continue',
    done: /^\/sign-in\/second-step$/,
  },
  signOutAction: { page: security, button: 'Sign out', done: /^\/sign-in signed-out$/ },
  chooseThemeAction: { page: article, button: 'Theme: Dark', done: /Two-factor/ },
  voteAction: { page: article, button: 'Yes', done: /#helpful$/ },
  sayMissingAction: {
    page: article,
    button: 'Send feedback',
    fields: () => ({ missing: 'A picture of the app.' }),
    prepare: voteNo,
    done: /Thanks for your feedback/,
  },
  changePasswordAction: {
    page: security,
    button: 'Change password',
    fields: () => ({ currentPassword: 'not the right one', newPassword: 'nine quiet rivers bend' }),
    done: /isn't your current password/,
  },
  endSessionAction: {
    page: security,
    button: 'End session: Firefox on Linux from this computer',
    done: / session-ended$/,
  },
  endOtherSessionsAction: { page: security, button: 'End all other sessions', done: / others-ended$/ },
  addEmployeeAction: {
    page: () => '/admin/employees/add',
    button: 'Add employee',
    fields: ({ mark }) => ({
      name: 'Nora New',
      email: `${crypto.randomUUID()}@${mark}.example`,
      role: 'tech',
      mobileNumber: '12015550199',
    }),
    done: / added/,
  },
  editEmployeeAction: {
    page: victim,
    button: 'Save Changes',
    fields: () => ({ name: 'Renamed' }),
    done: / saved/,
  },
  resendInvitationAction: { page: victim, button: 'Send invitation again', done: /Invitation sent/ },
  makeOneTimePassAction: {
    page: victim,
    button: 'Create one-time pass',
    fields: why,
    done: /One-time pass for/,
  },
  resetMethodsAction: {
    page: victim,
    button: 'Reset second factor',
    fields: why,
    done: /Second factor of .* reset/,
  },
  endSessionsAction: {
    page: victim,
    button: 'Sign out everywhere',
    fields: why,
    done: /is signed out everywhere/,
  },
  unlockTokensAction: {
    page: victim,
    button: 'Unlock tokens',
    fields: why,
    prepare: (world) =>
      db.employee.update({ where: { id: world.victim.id }, data: { wrongTokensInRow: 100 } }),
    done: / unlocked/,
  },
  askSecondAdminAction: {
    page: ({ people }) => `/admin/employees/${people.owing.id}/edit`,
    button: 'Request sign-out',
    fields: why,
    done: /Requested\./,
  },
  changeEmailAction: {
    page: victim,
    button: 'Change email address',
    fields: ({ mark }) => ({ email: `${crypto.randomUUID()}@${mark}.example` }),
    done: /We sent a new invitation/,
  },
  cancelEmailChangeAction: {
    page: victim,
    button: 'Cancel email change',
    prepare: ({ victim: { id }, mark }) =>
      db.employee.update({ where: { id }, data: { pendingEmail: `vera@${mark}.example` } }),
    done: /\/edit$/,
  },
  confirmEmailAction: {
    page: ({ emailLink }) => `/confirm-email/${emailLink}`,
    button: 'Confirm email address',
    prepare: ({ people, mark }) =>
      db.employee.update({ where: { id: people.admin.id }, data: { pendingEmail: `ada@${mark}.example` } }),
    done: / email-changed$/,
  },
  cancelNumberChangeAction: { page: victim, button: 'Cancel number change', done: / number-kept/ },
  confirmCaseAction: {
    page: requests,
    button: ({ lost }) => `Confirm request of ${lost.name}`,
    fields: () => ({ note: 'We sat together this morning.' }),
    prepare: (world) => layCase(world, { isTaken: false }),
    done: / confirmed/,
  },
  stopFirmCaseAction: {
    page: requests,
    button: ({ lost }) => `Cancel this request of ${lost.name}`,
    prepare: (world) => layCase(world, { isTaken: false }),
    done: / stopped/,
  },
  answerSecondAdminAction: {
    page: requests,
    button: ({ asked }) => `Refuse recovery of ${asked.employeeName}`,
    done: / recovery-refused/,
  },
  showOneTimePassAction: {
    page: requests,
    button: ({ confirmed }) => `Show one-time pass for ${confirmed.employeeName}`,
    done: /One-time pass for/,
  },
  vouchAction: {
    page: ({ lost }) => `/vouch/${lost.id}`,
    button: ({ lost }) => `Vouch for ${lost.name}`,
    fields: () => ({ note: 'We sat together this morning.' }),
    prepare: (world) => layCase(world, { isTaken: false }),
    done: /^\/vouch\//,
  },
  ...supportOperations,
  retryRegistrationAction: { page: victim, button: 'Try again', done: / retried/ },
  answerRuleAction: { page: employees, button: 'No', done: /two-factor\/off$/ },
  turnOnTwoFactorAction: {
    page: () => '/admin/employees/two-factor/on',
    button: 'Turn on',
    done: / rule-on$/,
  },
  turnOffTwoFactorAction: {
    page: () => '/admin/employees/two-factor/off',
    button: 'Turn off',
    fields: why,
    done: / rule-off$/,
  },
  confirmPushModeAction: {
    page: () => '/admin/employees/two-factor/one-touch?pushMode=typed',
    button: 'Save setting',
    done: / one-touch$/,
  },
  setPolicyAction: {
    page: () =>
      '/admin/employees/two-factor?allowsPush=on&allowsApp=on&minimumTech=any&minimumAdmin=any&trustDays=1',
    button: 'Save policy',
    done: / second-steps$/,
  },
  setPushModeAction: {
    page: () => '/admin/employees/two-factor',
    button: 'Save setting',
    fields: () => ({ pushMode: 'typed' }),
    done: / one-touch$/,
  },
}

function approve({ people }: World) {
  return db.push.updateMany({ where: { employeeId: people.pending.id }, data: { status: 'approved' } })
}

/** Only then does the article ask what was missing. */
function voteNo({ people }: World) {
  const data = Object.values(people).map(({ id }) => ({
    article: 'two-factor-authentication',
    employeeId: id,
    helpful: false,
  }))
  return db.articleVote.createMany({ data, skipDuplicates: true })
}
