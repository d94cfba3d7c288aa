import { expect, test } from 'vitest'
import { checkPassword } from '@/lib/passwords/check-password'

test('one person cannot keep the portal busy with password checks', async () => {
  const owner = {
    name: 'Tess Lindqvist',
    email: `${crypto.randomUUID()}@harbor.example`,
    firmName: 'Harbor IT',
  }
  for (let tries = 0; tries < 30; tries++) {
    expect(await checkPassword('aaaaaaaaaaaaaaa', owner)).toMatchObject({ reason: 'pattern' })
  }
  expect(await checkPassword('too short', owner)).toMatchObject({ reason: 'too-short' })
  expect(await checkPassword('seven quiet lamps drift', owner)).toMatchObject({
    reason: 'too-many-tries',
    opensAt: expect.any(Date),
  })
  expect(
    await checkPassword('seven quiet lamps drift', { ...owner, email: 'another@harbor.example' }),
  ).toBeNull()
})
