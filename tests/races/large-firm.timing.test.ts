import { expect, test } from 'vitest'
import { listMustAdd } from '@/lib/firms/queries'
import { actorFor, makeFirm } from '../factories'
import { anything, makeCrowd } from '../firms/policies'

test('the preview of a policy for a firm of 20,000 takes at most two seconds', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await makeCrowd(firm, 20_000)
  const started = performance.now()
  const { total } = await listMustAdd(actorFor(firm.admin), { ...anything, minimumTech: 'strong' })
  expect(total).toBeGreaterThanOrEqual(20_000)
  expect(performance.now() - started).toBeLessThan(2000)
})
