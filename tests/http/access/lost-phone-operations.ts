import { db } from '@/lib/db'
import { pageSecret, stopSecret } from '@/lib/mail-links/case-links'
import { storedId } from '@/lib/secrets/secret-id'
import { makeCase } from '../../cases/cases'
import type { Operation } from './operation'
import type { World } from './world'

const methods = () => '/lost-phone?methods=1'
const code = () => '/lost-phone/code'
const enrollment = () => '/new-phone'
const casePage = ({ lost }: World) => `/lost-phone/case/${pageSecret(lost.id)}`
/** As long and as secret as the link of the world, and another one. */
const enrollmentSecret = ({ link }: World) => [...link].reverse().join('')

/** What the signed-out pages about lost phones and phone enrollment do. */
export const lostPhoneOperations: Record<string, Operation> = {
  askCaseAction: {
    page: () => '/lost-phone/request',
    holder: 'pending',
    button: 'Email me a code',
    fields: () => ({ reason: 'lost', oldNumberWorks: 'no' }),
    prepare: withoutCase,
    done: /^\/lost-phone\/code$/,
  },
  sendNewCodeAction: {
    page: code,
    holder: 'pending',
    button: 'Send a new code',
    prepare: withDraft,
    done: /New code sent/,
  },
  openCaseAction: {
    page: code,
    holder: 'pending',
    button: 'Submit request',
    fields: () => ({ code: '00000000' }),
    prepare: withDraft,
    done: /code is wrong/,
  },
  useOneTimePassAction: {
    page: methods,
    holder: 'pending',
    button: 'Continue',
    fields: () => ({ oneTimePass: 'AAAA-BBBB-CCCC-DDDD' }),
    done: /pass is wrong/,
  },
  mailPageLinkAction: {
    page: methods,
    holder: 'pending',
    button: 'Email me the link to its page',
    prepare: withCase,
    done: /We've emailed the link/,
  },
  mailEnrollmentLinkAction: {
    page: methods,
    holder: 'pending',
    button: 'Email me a new link',
    prepare: withPendingNumber,
    done: /We've emailed a new link/,
  },
  chooseNumberAction: {
    page: enrollment,
    holder: 'pending',
    button: 'Use this number',
    fields: () => ({ newNumber: '12015550198' }),
    prepare: (world) => withOneTimePass(world, false),
    done: /^\/new-phone$/,
  },
  sendEnrollmentTokenAction: {
    page: enrollment,
    holder: 'pending',
    button: 'Text me a token',
    prepare: (world) => withOneTimePass(world, true),
    done: /Token sent/,
  },
  proveNumberAction: {
    page: enrollment,
    holder: 'pending',
    button: 'Confirm phone',
    fields: () => ({ token: '0000000' }),
    prepare: (world) => withOneTimePass(world, true),
    done: /token is wrong/,
  },
  startEnrollmentAction: {
    page: (world) => `/new-phone/${enrollmentSecret(world)}`,
    holder: 'anonymous',
    button: 'Continue',
    fields: () => ({ password: 'not the right one' }),
    prepare: withEnrollmentLink,
    done: /not your password/,
  },
  answerQuestionAction: {
    page: casePage,
    holder: 'anonymous',
    button: 'Send answer',
    fields: () => ({ answer: 'A grey one.' }),
    prepare: ({ lost }) => moveTo(lost.id, { state: 'asked', pausedAt: new Date() }),
    done: / answered$/,
  },
  withdrawCaseAction: {
    page: casePage,
    holder: 'anonymous',
    button: 'Withdraw request',
    prepare: withOpenCase,
    done: /^\/lost-phone\/case\/\S+$/,
  },
  mailEnrollmentLinkFromPageAction: {
    page: casePage,
    holder: 'anonymous',
    button: 'Email me a new link',
    prepare: ({ lost }) => moveTo(lost.id, { state: 'ready', completedAt: new Date() }),
    done: /already set up/,
  },
  stopByLinkAction: {
    page: ({ lost }) => `/lost-phone/stop/${stopSecret(lost.id)}`,
    holder: 'anonymous',
    button: 'Cancel this request',
    prepare: (world) => withOpenCase(world).then(() => withNotification(world)),
    done: /^\/lost-phone\/stop\//,
  },
}

async function withoutCase({ people }: World) {
  await db.resetCase.updateMany({
    where: { employeeId: people.pending.id, closedAt: null },
    data: { state: 'withdrawn', closedAt: new Date() },
  })
}

async function withCase(world: World) {
  await withoutCase(world)
  await makeCase(world.people.pending)
}

async function withPendingNumber(world: World) {
  await withoutCase(world)
  await makeCase(world.people.pending, { kind: 'number_change', requestedNumber: '+12025550199' })
}

export async function withDraft(world: World) {
  await withoutCase(world)
  const employeeId = world.people.pending.id
  await db.caseDraft.deleteMany({ where: { employeeId } })
  const expiresAt = new Date(Date.now() + 60 * 60_000)
  await db.caseDraft.create({ data: { employeeId, reason: 'lost', oldNumberWorks: 'no', expiresAt } })
}

/** A one-time pass was right in every pending sign-in of the person; `hasNumber`: the number was chosen too. */
export async function withOneTimePass({ people }: World, hasNumber: boolean) {
  const { id: employeeId, mobileNumber, vendorUserId } = people.pending
  const id = storedId(`pass of ${employeeId}`)
  const expiresAt = new Date(Date.now() + 60 * 60_000)
  await db.mailLink.createMany({
    data: [{ id, employeeId, purpose: 'one_time_pass', expiresAt }],
    skipDuplicates: true,
  })
  const number = hasNumber ? { newNumber: mobileNumber, newVendorUserId: vendorUserId } : { newNumber: null }
  await db.pendingSignIn.updateMany({ where: { employeeId }, data: { enrollmentLinkId: id, ...number } })
}

/** Vera's changed number waits, so a link may confirm it. */
async function withEnrollmentLink(world: World) {
  const expiresAt = new Date(Date.now() + 60 * 60_000)
  const id = storedId(enrollmentSecret(world))
  await db.mailLink.createMany({
    data: [{ id, employeeId: world.victim.id, purpose: 'phone_enrollment', expiresAt }],
    skipDuplicates: true,
  })
}

async function moveTo(id: string, data: { state: 'asked' | 'ready'; pausedAt?: Date; completedAt?: Date }) {
  await db.resetCase.update({ where: { id }, data })
  if (data.state === 'asked') {
    const asked = { caseId: id, act: 'asked', toState: data.state, actorName: 'A supporter' }
    await db.caseEvent.create({ data: { ...asked, note: 'Which phone was it?' } })
  }
}

/** A closed case stays closed: Lou opens another one. */
async function withOpenCase(world: World) {
  const { closedAt } = await db.resetCase.findUniqueOrThrow({ where: { id: world.lost.id } })
  if (closedAt) world.lost = { ...(await makeCase(world.lou)), name: world.lou.name }
}

async function withNotification({ lost }: World) {
  const { id: eventId } = await db.caseEvent.findFirstOrThrow({ where: { caseId: lost.id, act: 'opened' } })
  const { id, id: caseId, employeeId } = lost
  const stopHash = storedId(stopSecret(id))
  await db.caseMessage.createMany({
    data: [{ id, caseId, eventId, employeeId, channel: 'mail', stopHash }],
    skipDuplicates: true,
  })
}
