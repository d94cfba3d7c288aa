import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ProgressNumbers } from '@/app/(portal)/support/vendors/[firmId]/progress'
import { RemainingList } from '@/app/(portal)/support/vendors/[firmId]/remaining-list'
import { getMigrationProgress, type MigrationProgress } from '@/lib/vendor-migration/queries'
import { makeEmployee, makeFirm } from '../factories'

async function progressOf(phase: MigrationProgress['phase']): Promise<MigrationProgress> {
  const firm = await makeFirm()
  await makeEmployee(firm)
  const progress = await getMigrationProgress(firm.id)
  if (!progress) throw new Error('The firm has no migration')
  return { ...progress, phase }
}

test('before the start everyone is still to be migrated, and after it some stay', async () => {
  const before = renderToStaticMarkup(<RemainingList progress={await progressOf('not-started')} />)
  expect(before).toContain('Still to be migrated: 2')
  expect(before).not.toContain('Staying on Authy')
  const moving = { ...(await progressOf('moving')), remainingCount: 1 }
  const after = renderToStaticMarkup(<RemainingList progress={moving} />)
  expect(after).toContain('Staying on Authy: 1')
  expect(after).not.toContain('Still to be migrated')
})

test('each figure of a migration stands beside its label, at any width', async () => {
  const html = renderToStaticMarkup(<ProgressNumbers progress={await progressOf('moving')} />)
  const labels = [...html.matchAll(/<dt>([^<]+)<\/dt><dd[^>]*>(?:\d+)[^<]* of 2<\/dd>/g)].map(
    ([, label]) => label,
  )
  expect(labels).toHaveLength(4)
})
