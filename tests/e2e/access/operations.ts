import { db } from '@/lib/db'
import { passphrase } from '../../factories'
import type { VisitorName, World } from './world'

/** How an action is asked for: the page whose form does, who may see that form, and what tells that it was done. */
export type Operation = {
  page: (world: World) => string
  button: string
  fields?: (world: World) => Record<string, string>
  /** Whose form the others post; the admin's unless said otherwise. */
  holder?: VisitorName
  /** What must have happened before the page shows the form. */
  prepare?: (world: World) => Promise<unknown>
  /** The answer's address, or its words when it is a page. */
  done: RegExp
}

const employees = () => '/admin/employees'
const security = () => '/account/security'
const secondStep = () => '/sign-in/second-step'
const article = () => '/help/two-factor-authentication'
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
    page: () => '/forgotten-password',
    holder: 'anonymous',
    button: 'Send me a link',
    fields: () => ({ email: 'nobody@nowhere.example' }),
    done: /a link is on its way/,
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
    done: /not right/,
  },
  sendTokenAction: { page: secondStep, holder: 'pending', button: 'Text me a token', done: /Token sent/ },
  sendPushAction: {
    page: secondStep,
    holder: 'pending',
    button: 'Send a new request',
    done: /^\/sign-in\/second-step$/,
  },
  finishPushAction: {
    page: secondStep,
    holder: 'pending',
    button: 'Continue',
    prepare: approve,
    done: /^\/$/,
  },
  startAgainAction: { page: secondStep, holder: 'pending', button: 'Start again', done: /^\/sign-in$/ },
  confirmAction: {
    page: () => '/confirm',
    button: 'Send me the second step',
    done: /^\/sign-in\/second-step$/,
  },
  signOutAction: { page: security, button: 'Sign out', done: /^\/sign-in\?signed-out=1$/ },
  chooseThemeAction: { page: article, button: 'Theme: Dark', done: /Two-factor/ },
  voteAction: { page: article, button: 'Yes', done: /#helpful$/ },
  changePasswordAction: {
    page: security,
    button: 'Change password',
    fields: () => ({ currentPassword: 'not the right one', newPassword: 'nine quiet rivers bend' }),
    done: /not your current password/,
  },
  endSessionAction: {
    page: security,
    button: 'End session: Firefox on Linux from this computer',
    done: /\?ended=one$/,
  },
  endOtherSessionsAction: { page: security, button: 'End all others', done: /\?ended=others$/ },
  addEmployeeAction: {
    page: () => '/admin/employees/add',
    button: 'Add employee',
    fields: ({ mark }) => ({
      name: 'Nora New',
      email: `nora@${mark}.example`,
      role: 'tech',
      mobileNumber: '12015550199',
    }),
    done: /done=added/,
  },
  editEmployeeAction: {
    page: victim,
    button: 'Save Changes',
    fields: () => ({ name: 'Renamed' }),
    done: /done=saved/,
  },
  resendInvitationAction: { page: victim, button: 'Send invitation again', done: /is on its way/ },
  endSessionsAction: { page: victim, button: 'Sign out everywhere', done: /is signed out everywhere/ },
  retryEnrolmentAction: { page: victim, button: 'Try again', done: /done=retried/ },
  answerRuleAction: { page: employees, button: 'No', done: /rule=off$/ },
  setPushModeAction: {
    page: employees,
    button: 'Save',
    fields: () => ({ pushMode: 'typed' }),
    done: /done=one-touch$/,
  },
}

/** Without a form: the page's script calls it while somebody types. */
export const previewNumber = {
  name: 'previewNumberAction',
  page: '/admin/employees/add',
  body: '["12015550199"]',
  done: /United States/,
}

function approve({ people }: World) {
  return db.push.updateMany({ where: { employeeId: people.pending.id }, data: { status: 'approved' } })
}
