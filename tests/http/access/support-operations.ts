import { db } from '@/lib/db'
import { layCase } from './lay-case'
import type { Operation } from './operation'
import type { World } from './world'

const queue = () => '/support/cases'
const oneCase = (world: World) => `/support/cases/${world.lost.id}`
const note = () => ({ note: 'Seen in a video call this morning.' })

/** What supporters do for any firm. */
export const supportOperations: Record<string, Operation> = {
  takeCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Take',
    prepare: (world) => layCase(world, { isTaken: false }),
    done: / taken$/,
  },
  releaseCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Release',
    prepare: (world) => layCase(world),
    done: / released$/,
  },
  tickEvidenceAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Save evidence',
    fields: note,
    prepare: (world) => layCase(world),
    done: / ticked$/,
  },
  untickEvidenceAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Remove evidence: Identity document checked',
    prepare: (world) => layCase(world, { evidence: ['documents'] }),
    done: / unticked$/,
  },
  askMoreAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Send question',
    fields: () => ({ question: 'Which office do you work in?' }),
    prepare: (world) => layCase(world),
    done: / asked$/,
  },
  approveCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Approve',
    fields: note,
    prepare: (world) => layCase(world, { evidence: ['admin_confirmed'] }),
    done: / approved$/,
  },
  declineCaseAction: {
    page: oneCase,
    holder: 'supporter',
    button: 'Decline',
    fields: () => ({ reason: 'no-answer' }),
    prepare: (world) => layCase(world),
    done: / declined$/,
  },
  saveViewAction: {
    page: () => '/support/cases?view=asked',
    holder: 'supporter',
    button: 'Save',
    fields: () => ({ name: 'Unanswered' }),
    done: / saved$/,
  },
  removeViewAction: {
    page: queue,
    holder: 'supporter',
    button: 'Remove view Late',
    prepare: ({ people }) =>
      db.savedView.createMany({
        data: { employeeId: people.supporter.id, name: 'Late', query: 'view=overdue' },
        skipDuplicates: true,
      }),
    done: / removed$/,
  },
  switchKeysAction: {
    page: queue,
    holder: 'supporter',
    button: 'Turn off shortcuts',
    done: /^\/support\/cases$/,
  },
  migrateFirmAction: {
    page: ({ firm }) => `/support/vendors/${firm.id}`,
    holder: 'supporter',
    button: 'Start migration',
    fields: () => ({ understood: 'on' }),
    done: / start$/,
  },
  /** Without its tick: done, it would move the firms of all other tests. */
  migrateAllFirmsAction: {
    page: () => '/support/vendors',
    holder: 'supporter',
    button: 'Start migration of all firms',
    done: /Select “I understand”/,
  },
}
