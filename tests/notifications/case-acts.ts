import { declineCase } from '@/lib/cases/support/decline-case'
import { complete, done, makeClient, makeDesk, makeOwner, openLostPhone, verify } from '../cases/walk'
import type { Act } from './acts'

export const caseActs: Act[] = [
  [
    'a lost phone that was reported',
    async () => {
      const client = await makeClient()
      const { person } = await openLostPhone(await makeOwner(client))
      return [
        [/^LP-\d+: /, person],
        [/^LP-\d+: /, client.admin],
      ]
    },
  ],
  [
    'a request that was declined',
    async () => {
      const [support] = await makeDesk()
      const client = await makeClient()
      const { caseId, person } = await openLostPhone(await makeOwner(client))
      await verify({ caseId }, support)
      done(await declineCase(support, { caseId, reason: 'not-verified', note: '' }))
      return [
        [/^LP-\d+: /, person],
        [/^LP-\d+: /, client.admin],
      ]
    },
  ],
  [
    'a request that was approved and carried out',
    async () => {
      const [support] = await makeDesk()
      const client = await makeClient()
      const open = await openLostPhone(await makeOwner(client))
      await complete(open, support)
      return [
        [/^LP-\d+: /, open.person],
        [/^LP-\d+: /, client.admin],
      ]
    },
  ],
]
