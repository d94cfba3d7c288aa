import { changePassword } from '@/lib/account/change-password'
import { sayNotMe } from '@/lib/account/not-me'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { askSecondAdmin } from '@/lib/employees/recovery/ask-second-admin'
import { endSessions } from '@/lib/employees/recovery/end-sessions'
import { makeOneTimePass } from '@/lib/employees/recovery/make-one-time-pass'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import { unlockTokens } from '@/lib/employees/recovery/unlock-tokens'
import { disableTwoFactor } from '@/lib/firms/disable-two-factor'
import { enableTwoFactor } from '@/lib/firms/enable-two-factor'
import { setPolicy } from '@/lib/firms/set-policy'
import { makeLink } from '@/lib/mail-links/make-link'
import { setPassword } from '@/lib/passwords/set-password'
import { alertTextsUsed } from '@/lib/sign-in-methods/tokens/texts-used'
import { migratePeople } from '@/lib/vendor-migration/migrate-people'
import { done, makeClient, makeOwner, startChange } from '../cases/walk'
import { firmInNeed, reason } from '../employees/recovery/firm-in-need'
import {
  actorFor,
  digitsOf,
  makeEmployee,
  makeFirm,
  makeSession,
  passphrase,
  uniqueNumber,
} from '../factories'
import { chosen } from '../firms/policies'
import { newPassword, secretOf, visitor } from '../passwords/people'
import { makeCodes } from '../sign-in-methods/recovery-codes/sets'
import { type Act, newTech } from './acts'
import { notificationSecretFor } from './notifications'

export const accountActs: Act[] = [
  [
    'a password that was changed',
    async () => {
      const tech = await makeEmployee(await makeFirm())
      const form = { currentPassword: passphrase, newPassword }
      done(await changePassword(actorFor(tech), form))
      await changePassword(actorFor(tech), form)
      return [['New password set for your account', tech]]
    },
  ],
  [
    'a password that was set through a link',
    async () => {
      const tech = await newTech()
      const link = secretOf((await makeLink(db, tech.id, 'password_reset')).url)
      done(await setPassword(link, newPassword, visitor))
      await setPassword(link, newPassword, visitor)
      return [['New password set for your account', tech]]
    },
  ],
  [
    'a number and a role that were changed',
    async () => {
      const firm = await makeFirm()
      const tech = await makeEmployee(firm)
      const changes = { mobileNumber: digitsOf(uniqueNumber()), role: 'admin' } as const
      const form = {
        employeeId: tech.id,
        version: tech.version,
        name: tech.name,
        active: true,
        allowSharedNumber: false,
      }
      done(await editEmployee(actorFor(firm.admin), { ...form, ...changes }))
      await editEmployee(actorFor(firm.admin), { ...form, ...changes })
      return [
        ['Your mobile phone number was changed', tech],
        ['Your role was changed', tech],
      ]
    },
  ],
  [
    'a number in use that is held first',
    async () => {
      const client = await makeClient()
      const tech = await makeOwner(client)
      await startChange(client, tech)
      return [[/^NC-\d+: your mobile phone number is changing$/, tech]]
    },
  ],
  [
    'help of an admin',
    async () => {
      const { tech, ada } = await firmInNeed()
      const form = { employeeId: tech.id, reason }
      await makeSession(tech)
      done(await makeOneTimePass(ada, form))
      done(await endSessions(ada, form))
      done(await resetMethods(ada, form))
      return [
        ['One-time pass created for you', tech],
        ['You were signed out everywhere', tech],
        ['Your phone was removed from your account', tech],
      ]
    },
  ],
  [
    'help for an admin, which another one has to confirm',
    async () => {
      const { firm, ben, ada } = await firmInNeed()
      const third = await makeEmployee(firm, { role: 'admin', numberProvenAt: new Date() })
      done(await askSecondAdmin(ada, { employeeId: ben.id, kind: 'reset', reason }))
      return [[`${ada.name} asked to help ${ben.name} sign in`, third]]
    },
  ],
  [
    '"This was not me"',
    async () => {
      const firm = await makeFirm({ requiresSecondFactor: true })
      const tech = await makeEmployee(firm)
      await makeCodes(tech)
      const secret = await notificationSecretFor(tech.id, 'recovery-codes-made')
      const from = { ...visitor, address: '2001:db8:77::1' }
      done(await sayNotMe(secret, from))
      await sayNotMe(secret, from)
      return [
        ['Your account is secured: set a new password', tech],
        [`${tech.name} reported suspicious activity`, firm.admin],
      ]
    },
  ],
  [
    'the rule of the firm, on and off',
    async () => {
      const firm = await makeFirm({ name: 'Harbor IT' })
      for (let times = 0; times < 2; times++) await enableTwoFactor(actorFor(firm.admin))
      for (let times = 0; times < 2; times++) await disableTwoFactor(actorFor(firm.admin), reason)
      return [
        ['Two-factor authentication is on for Harbor IT', firm.admin],
        ['Two-factor authentication is off for Harbor IT', firm.admin],
      ]
    },
  ],
  [
    'other second steps of the firm',
    async () => {
      const firm = await makeFirm({ name: 'Harbor IT' })
      const form = await chosen(firm, { trustDays: 7 })
      done(await setPolicy(actorFor(firm.admin), form))
      await setPolicy(actorFor(firm.admin), form)
      return [['Sign-in policy changed for Harbor IT', firm.admin]]
    },
  ],
  [
    'tokens that an admin has unlocked',
    async () => {
      const { tech, ada } = await firmInNeed()
      await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow: 100 } })
      for (let times = 0; times < 2; times++) await unlockTokens(ada, { employeeId: tech.id, reason })
      return [['Tokens unlocked for your account', tech]]
    },
  ],
  [
    'a move of the firm to another vendor',
    async () => {
      const firm = await makeFirm()
      const tech = await makeEmployee(firm)
      await db.firm.update({ where: { id: firm.id }, data: { migrationStartedAt: new Date() } })
      for (let times = 0; times < 2; times++) {
        await migratePeople({ firmId: firm.id, step: 'start', after: null })
      }
      return [['OneTouch alerts are ending: add a sign-in method', tech]]
    },
  ],
  [
    'a cap on texts that was reached',
    async () => {
      const operator = await makeFirm({ isOperator: true })
      const firm = await makeFirm()
      for (let times = 0; times < 2; times++) await alertTextsUsed({ whose: 'firm', firmId: firm.id })
      return [['Text message limit reached', operator.admin]]
    },
  ],
]
