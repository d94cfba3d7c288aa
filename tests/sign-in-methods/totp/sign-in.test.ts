import { afterEach, expect, test, vi } from 'vitest'
import { checkSentence } from '@/app/second-factor/sentences'
import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { makeEmployee, makeFirm } from '../../factories'
import { makePending } from '../../pending'
import { type App, inOneStep, makeApp, presentStep, tokenOf } from './apps'
import { oathtoolToken, plainToken } from './plain-totp'

afterEach(() => {
  vi.useRealTimers()
})

async function techWithApp() {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  return { tech, app: await makeApp(tech) }
}

/** As the page does it: 'in', or why not. */
async function signIn(tech: { id: string }, token: string): Promise<string> {
  const pending = await makePending(tech)
  const checked = await checkToken(pending, token)
  if (!checked.ok) return checked.reason
  const finished = await finishSignIn(pending, checked.value)
  return finished.ok ? 'in' : finished.reason
}

/** One sign-in after the other, with what the app showed so many steps ago, all within one half minute. */
function signInWith(...stepsAgo: number[]): Promise<string[]> {
  return inOneStep(async () => {
    const { tech, app } = await techWithApp()
    const answers: string[] = []
    for (const steps of stepsAgo) answers.push(await signIn(tech, await tokenOf(app, steps)))
    return answers
  })
}

test('the token that an app of the standard shows signs its owner in', async () => {
  const { tech, app } = await techWithApp()
  expect(await signIn(tech, await tokenOf(app))).toBe('in')

  const { tech: other, app: second } = await techWithApp()
  const seconds = Math.floor(Date.now() / 1000)
  const token = oathtoolToken(second.secret, seconds) ?? plainToken(second.secret, seconds)
  expect(await signIn(other, `${token.slice(0, 3)} ${token.slice(3)}`)).toBe('in')
  const session = await db.session.findFirstOrThrow({ where: { employeeId: other.id } })
  expect(session).toMatchObject({ secondFactor: 'authenticator-app', secondFactorAt: expect.any(Date) })
  const event = await db.auditEvent.findFirstOrThrow({
    where: { actorId: other.id, action: 'sign-in.finished' },
  })
  expect(event.details).toMatchObject({ secondFactor: 'authenticator-app' })
})

test('one earlier step is accepted, the one before that and the next are not', async () => {
  expect(await signInWith(1)).toEqual(['in'])
  expect(await signInWith(2)).toEqual(['wrong-clock'])
  expect(await signInWith(-1)).toEqual(['wrong-clock'])
  expect(await signInWith(3)).toEqual(['wrong'])
})

test('the token of the next step, once answered, does not count when its step comes', async () => {
  expect(await signInWith(-1, 0)).toEqual(['wrong-clock', 'used'])
  const { tech, app } = await techWithApp()
  await inOneStep(async () => signIn(tech, await tokenOf(app, -1)))
  const { lastStep } = await db.totpApp.findUniqueOrThrow({ where: { id: app.id } })
  expect(Number(lastStep)).toBeGreaterThan((await presentStep()) - 1)
})

test('a token one step off names the clock of the phone', async () => {
  const { tech } = await techWithApp()
  const said = checkSentence({ ok: false, reason: 'wrong-clock' }, await makePending(tech))
  expect(said).toMatch(/phone's clock is set automatically.*You have 4 tries left/)
})

test('a step signs in once', async () => {
  expect(await signInWith(0, 0)).toEqual(['in', 'used'])
})

test('an older step does not come after a newer one', async () => {
  expect(await signInWith(0, 1)).toEqual(['in', 'used'])
  expect(await signInWith(1, 0)).toEqual(['in', 'in'])
})

test('two checked proofs of one step open one session', async () => {
  const { tech, app } = await techWithApp()
  const step = await presentStep()
  const proof = { kind: 'app', appId: app.id, step } as const
  const finish = async () => finishSignIn(await makePending(tech), proof)
  expect(await finish()).toMatchObject({ ok: true })
  expect(await finish()).toEqual({ ok: false, reason: 'token-used' })
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(1)
})

test('the clock of the database decides, not that of the process', async () => {
  const { tech, app } = await techWithApp()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60 * 1000 })
  expect(await signIn(tech, plainToken(app.secret, Date.now() / 1000))).toBe('wrong')
  expect(await signIn(tech, await tokenOf(app))).toBe('in')
})

test('each of several apps works, and each step of each once', async () => {
  const { tech, app } = await techWithApp()
  const apps: App[] = [app, await makeApp(tech)]
  for (const { secret } of apps) expect(await signIn(tech, await tokenOf({ secret }))).toBe('in')
})

test('an app that is not confirmed, or is of somebody else, signs nobody in', async () => {
  const { tech } = await techWithApp()
  const { app: theirs } = await techWithApp()
  const started = await makeApp(tech)
  await db.totpApp.update({ where: { id: started.id }, data: { confirmedAt: null } })
  expect(await signIn(tech, await tokenOf(theirs))).toBe('wrong')
  expect(await signIn(tech, await tokenOf(started))).toBe('wrong')

  const proof = { kind: 'app', appId: theirs.id, step: await presentStep() } as const
  const finished = await finishSignIn(await makePending(tech), proof)
  expect(finished).toEqual({ ok: false, reason: 'token-used' })
})

test('an app that was removed after its token was checked signs nobody in', async () => {
  const { tech, app } = await techWithApp()
  const pending = await makePending(tech)
  const checked = await checkToken(pending, await tokenOf(app))
  if (!checked.ok) throw new Error(checked.reason)
  await db.totpApp.delete({ where: { id: app.id } })
  expect(await finishSignIn(pending, checked.value)).toEqual({ ok: false, reason: 'token-used' })
})

test('no writer can bring back a step that was used', async () => {
  const { tech, app } = await techWithApp()
  expect(await signIn(tech, await tokenOf(app))).toBe('in')
  const back = db.totpApp.update({ where: { id: app.id }, data: { lastStep: 0 } })
  await expect(back).rejects.toThrow('a time step goes forward only')
})
