import { db } from '@/lib/db'
import { makeNotice } from '../../cases/cases'
import { passphrase } from '../../factories'
import { lostPhoneOperations } from './lost-phone-operations'
import type { VisitorName, World } from './world'

/** How an action is asked for: the page whose form does, who may see that form, and what tells that it was done. */
export type Operation = {
  page: (world: World) => string
  button: string | ((world: World) => string)
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
const requests = () => '/admin/requests'
const why = () => ({ reason: 'Laptop left on a train' })
const victim = (world: World) => `/admin/employees/${world.victim.id}/edit`

const queue = () => '/support/cases'
const oneCase = (world: World) => `/support/cases/${world.lost.id}`
const note = () => ({ note: 'Seen in a video call this morning.' })

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
  ...lostPhoneOperations,
  startAgainAction: { page: secondStep, holder: 'pending', button: 'Start again', done: /^\/sign-in$/ },
  confirmAction: {
    page: () => '/confirm',
    button: 'Go on to the second step',
    done: /^\/sign-in\/second-step$/,
  },
  signOutAction: { page: security, button: 'Sign out', done: /^\/sign-in\?signed-out=1$/ },
  chooseThemeAction: { page: article, button: 'Theme: Dark', done: /Two-factor/ },
  voteAction: { page: article, button: 'Yes', done: /#helpful$/ },
  sayMissingAction: {
    page: article,
    button: 'Send answer',
    fields: () => ({ missing: 'A picture of the app.' }),
    prepare: voteNo,
    done: /Thank you/,
  },
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
  makePassAction: { page: victim, button: 'Make the pass', fields: why, done: /One-time pass for/ },
  resetSecondStepAction: { page: victim, button: 'Reset second step', fields: why, done: /is reset/ },
  endSessionsAction: {
    page: victim,
    button: 'Sign out everywhere',
    fields: why,
    done: /is signed out everywhere/,
  },
  askHelpAction: {
    page: ({ people }) => `/admin/employees/${people.owing.id}/edit`,
    button: 'Ask to sign out',
    fields: why,
    done: /Asked\./,
  },
  cancelHeldNumberAction: { page: victim, button: 'Cancel this change', done: /done=number-kept/ },
  confirmCaseAction: {
    page: requests,
    button: ({ lost }) => `I confirm that this is really ${lost.name}`,
    fields: () => ({ note: 'We sat together this morning.' }),
    prepare: (world) => lay(world, { isTaken: false }),
    done: /done=confirmed/,
  },
  stopFirmCaseAction: {
    page: requests,
    button: ({ lost }) => `Stop this request of ${lost.name}`,
    prepare: (world) => lay(world, { isTaken: false }),
    done: /done=stopped/,
  },
  answerHelpAction: {
    page: requests,
    button: ({ asked }) => `Refuse help for ${asked.employeeName}`,
    done: /done=help-refused/,
  },
  showPassAction: {
    page: requests,
    button: ({ confirmed }) => `Show the pass for ${confirmed.employeeName}`,
    done: /One-time pass for/,
  },
  vouchAction: {
    page: ({ lost }) => `/vouch/${lost.id}`,
    button: ({ lost }) => `I vouch that this is really ${lost.name}`,
    fields: () => ({ note: 'We sat together this morning.' }),
    prepare: (world) => lay(world, { isTaken: false }),
    done: /^\/vouch\//,
  },
  takeCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Take',
    prepare: (world) => lay(world, { isTaken: false }),
    done: /done=taken$/,
  },
  releaseCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Release',
    prepare: (world) => lay(world),
    done: /done=released$/,
  },
  tickEvidenceAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Tick',
    fields: note,
    prepare: (world) => lay(world),
    done: /done=ticked$/,
  },
  untickEvidenceAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Take the tick back: Identity document checked',
    prepare: (world) => lay(world, { evidence: ['documents'] }),
    done: /done=unticked$/,
  },
  askMoreAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Send the question',
    fields: () => ({ question: 'Which office do you work in?' }),
    prepare: (world) => lay(world),
    done: /done=asked$/,
  },
  approveCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Approve',
    fields: note,
    prepare: (world) => lay(world, { evidence: ['admin_confirmed'] }),
    done: /done=approved$/,
  },
  declineCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Decline',
    fields: () => ({ reason: 'no-answer' }),
    prepare: (world) => lay(world),
    done: /done=declined$/,
  },
  saveViewAction: {
    page: () => '/support/cases?view=asked',
    holder: 'supporter',
    button: 'Save',
    fields: () => ({ name: 'Unanswered' }),
    done: /done=saved$/,
  },
  removeViewAction: {
    page: queue,
    holder: 'supporter',
    button: 'Remove the view Late',
    prepare: ({ people }) =>
      db.savedView.createMany({
        data: { employeeId: people.supporter.id, name: 'Late', query: 'view=overdue' },
        skipDuplicates: true,
      }),
    done: /done=removed$/,
  },
  switchKeysAction: {
    page: queue,
    holder: 'supporter',
    button: 'Switch keys off',
    done: /^\/support\/cases$/,
  },
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

/** Only then does the article ask what was missing. */
function voteNo({ people }: World) {
  const data = Object.values(people).map(({ id }) => ({
    article: 'two-factor-authentication',
    employeeId: id,
    helpful: false,
  }))
  return db.articleVote.createMany({ data, skipDuplicates: true })
}

type Laid = { isTaken?: boolean; evidence?: Array<'documents' | 'admin_confirmed'> }

/** The lost phone, in the supporter's hands, with this ticked and everybody told. */
async function lay({ lost, people }: World, { isTaken = true, evidence = [] }: Laid = {}) {
  const owner = { ownerId: people.supporter.id, ownerName: people.supporter.name, ownedAt: new Date() }
  await db.resetCase.update({
    where: { id: lost.id },
    data: isTaken
      ? { state: 'checking', ...owner }
      : { state: 'received', ownerId: null, ownerName: null, ownedAt: null },
  })
  await db.caseEvidence.deleteMany({ where: { caseId: lost.id } })
  const given = evidence.map((kind) => {
    const { id, name } = kind === 'documents' ? people.supporter : people.admin
    return { caseId: lost.id, kind, byId: id, byName: name, note: 'Seen' }
  })
  await db.caseEvidence.createMany({ data: given })
  await db.caseNotice.deleteMany({ where: { caseId: lost.id } })
  await makeNotice(lost, { sentAt: new Date() })
}
