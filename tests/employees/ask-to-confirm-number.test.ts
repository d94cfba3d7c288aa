import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { askToConfirmNumber } from '@/lib/employees/ask-to-confirm-number'
import { sendNumberLink } from '@/lib/phone-enrollment/send-number-link'
import { actorFor, makeEmployee, makeFirm } from '../factories'
import { auditOf } from './recovery/firm-in-need'
import { waitingJobs } from './waiting-jobs'

const refused = (reason: string) => ({ ok: false, reason })

async function firmWithTech(wishes: Parameters<typeof makeEmployee>[1] = {}) {
  const firm = await makeFirm({ requiresSecondFactor: true })
  return { firm, ada: actorFor(firm.admin), tech: await makeEmployee(firm, wishes) }
}

/** A minute later. */
const letAMinutePass = () => db.$executeRaw`delete from rate_limit where key like 'number-links-minute:%'`

test('the person gets one mail to confirm, and the audit log says by whom', async () => {
  const { ada, tech } = await firmWithTech()
  expect(await askToConfirmNumber(ada, tech.id)).toEqual({ ok: true, value: { name: tech.name } })
  expect(await waitingJobs('confirm-number-mail', tech.id)).toEqual([{ employeeId: tech.id }])
  const masked = `ending ${tech.mobileNumber?.slice(-4)}`
  expect(await auditOf(tech, 'employee.number-link-sent')).toMatchObject([
    { actorId: ada.employeeId, details: { mobileNumber: masked } },
  ])
})

test('an admin can have a link for their own number', async () => {
  const { ada } = await firmWithTech()
  expect(await askToConfirmNumber(ada, ada.employeeId)).toMatchObject({ ok: true })
})

test.each([
  [{ active: false }, 'not-active'],
  [{ numberProvenAt: new Date() }, 'confirmed'],
  [{ factorResetAt: new Date() }, 'enrollment-open'],
] as const)('a person who cannot confirm is not asked: %o', async (wishes, reason) => {
  const { ada, tech } = await firmWithTech(wishes)
  expect(await askToConfirmNumber(ada, tech.id)).toEqual(refused(reason))
  expect(await waitingJobs('confirm-number-mail', tech.id)).toEqual([])
})

test('without a number there is nothing to confirm', async () => {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm, { mobileNumber: null })
  expect(await askToConfirmNumber(actorFor(firm.admin), tech.id)).toEqual(refused('no-number'))
})

test('one link a minute, also of many clicks at once', async () => {
  const { ada, tech } = await firmWithTech()
  const answers = await Promise.all(Array.from({ length: 5 }, () => askToConfirmNumber(ada, tech.id)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await askToConfirmNumber(ada, tech.id)).toMatchObject(refused('too-soon'))
  expect(await waitingJobs('confirm-number-mail', tech.id)).toHaveLength(1)
})

test('five links a day for one person, and what was refused does not count', async () => {
  const { ada, tech } = await firmWithTech({ active: false })
  for (let tries = 0; tries < 6; tries += 1)
    expect(await askToConfirmNumber(ada, tech.id)).toEqual(refused('not-active'))
  await db.employee.update({ where: { id: tech.id }, data: { active: true } })
  for (let sent = 0; sent < 5; sent += 1) {
    expect(await askToConfirmNumber(ada, tech.id)).toMatchObject({ ok: true })
    await letAMinutePass()
  }
  expect(await askToConfirmNumber(ada, tech.id)).toMatchObject(refused('too-many'))
})

test('another firm’s admin cannot ask, and uses up nothing', async () => {
  const { ada, tech } = await firmWithTech()
  const foreign = actorFor((await makeFirm()).admin)
  expect(await askToConfirmNumber(foreign, tech.id)).toEqual(refused('not-found'))
  expect(await askToConfirmNumber(ada, tech.id)).toMatchObject({ ok: true })
})

test('the mail shows the last digits only, and is not sent after the confirmation', async () => {
  const { tech } = await firmWithTech()
  const mails: Array<{ to: string; text: string }> = []
  const mailer = {
    sendMail: async (mail: { to: string; text: string }) => {
      mails.push(mail)
      return 'sent' as const
    },
  }
  await sendNumberLink(mailer, tech.id)
  expect(mails).toMatchObject([{ to: tech.email, subject: 'Confirm your mobile phone number' }])
  expect(mails[0]?.text).toMatch(/\/confirm-number\/[\w-]{43}\n/)
  expect(mails[0]?.text).toContain(`ending ${tech.mobileNumber?.slice(-4)}`)
  expect(mails[0]?.text).not.toContain(tech.mobileNumber?.slice(1))

  await db.employee.update({ where: { id: tech.id }, data: { numberProvenAt: new Date() } })
  await sendNumberLink(mailer, tech.id)
  expect(mails).toHaveLength(1)
})
