import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { arriveHalfway } from '../../e2e/arrive'
import type { Operation } from './operation'
import type { World } from './world'

const confirmNumber = ({ numberLink }: World) => `/confirm-number/${numberLink}`

/** What confirms a number on file. */
export const numberOperations: Record<string, Operation> = {
  askToConfirmNumberAction: {
    page: ({ victim }) => `/admin/employees/${victim.id}/edit`,
    button: 'Send confirmation link',
    done: /Confirmation link sent to Vera/,
  },
  startNumberProofAction: {
    page: confirmNumber,
    holder: 'anonymous',
    button: 'Continue',
    fields: () => ({ password: 'not the right one' }),
    done: /not your password/,
  },
  textNumberTokenAction: {
    page: confirmNumber,
    holder: withNumberProof,
    button: 'Text me a token',
    done: /Token sent/,
  },
  confirmNumberAction: {
    page: confirmNumber,
    holder: withNumberProof,
    button: 'Confirm number',
    fields: () => ({ token: '12' }),
    done: /A token has 6 to 8 digits/,
  },
}

/** A browser in which Lou's link and password were right. */
async function withNumberProof({ lou, numberLink }: World) {
  const { browser, pendingId } = await arriveHalfway(lou)
  const data = { purpose: 'prove_number', enrollmentLinkId: storedId(numberLink) } as const
  await db.pendingSignIn.update({ where: { id: pendingId }, data })
  return browser
}
