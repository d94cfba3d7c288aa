import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { confirmNumber } from '@/lib/phone-enrollment/confirm-number'
import { findNumberProof } from '@/lib/phone-enrollment/find-number-link'
import { proveNumber, sendEnrollmentToken } from '@/lib/phone-enrollment/prove-number'
import { startNumberProof } from '@/lib/phone-enrollment/start-number-proof'
import { storedId } from '@/lib/secrets/secret-id'
import { removeMethod } from '@/lib/sign-in-methods/remove-method'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import { done } from '../cases/walk'
import { digitsOf, passphrase, uniqueNumber } from '../factories'
import { secretOf } from '../passwords/people'
import { mailedLink, makeReset, startedWith } from '../phone-enrollment/enrolling'
import { makeRegistered } from '../registered'
import { addPasskeyOf, makeTech, visitor } from '../sign-in-methods/passkeys/people'
import { makeCodes } from '../sign-in-methods/recovery-codes/sets'
import { freshActorFor, makeApp, tokenOf } from '../sign-in-methods/totp/apps'
import { type Act, newTech } from './acts'
import type { Outside } from './outside'

export const methodActs = ({ tokenTo }: Outside): Act[] => [
  [
    'an app that was added',
    async () => {
      const tech = await newTech()
      const freshActor = await freshActorFor(tech)
      const { appId, secret } = done(await startApp(freshActor, 'Phone'))
      const token = await tokenOf({ secret })
      done(await confirmApp(freshActor, appId, token))
      await confirmApp(freshActor, appId, token)
      return [['Authenticator app added to your account', tech]]
    },
  ],
  [
    'an app that was removed',
    async () => {
      const tech = await newTech({ vendor: 'verify' })
      const { id } = await makeApp(tech)
      const freshActor = await freshActorFor(tech)
      done(await removeMethod(freshActor, id))
      await removeMethod(freshActor, id)
      return [['Authenticator app removed from your account', tech]]
    },
  ],
  [
    'a passkey that was added, and removed',
    async () => {
      const tech = await makeTech()
      const { passkeyId } = await addPasskeyOf(tech)
      done(await removeMethod(await freshActorFor(tech), passkeyId))
      return [
        ['Passkey added to your account', tech],
        ['Passkey removed from your account', tech],
      ]
    },
  ],
  [
    'recovery codes that were made',
    async () => {
      const tech = await newTech()
      await makeCodes(tech)
      return [['New recovery codes generated', tech]]
    },
  ],
  [
    'a phone that was enrolled',
    async () => {
      const tech = await makeReset()
      const number = uniqueNumber()
      const pending = await startedWith(await mailedLink(tech))
      done(await chooseNumber(pending, digitsOf(number)))
      done(await sendEnrollmentToken(pending, '203.0.113.9'))
      done(await proveNumber(pending, await tokenTo(number)))
      return [['New phone set up for your account', tech]]
    },
  ],
  [
    'a number that was confirmed',
    async () => {
      const tech = await makeRegistered()
      const link = secretOf((await makeLink(db, tech.id, 'confirm_number')).url)
      const started = done(await startNumberProof({ link, password: passphrase }, visitor(), () => {}))
      const proof = await findNumberProof(storedId(started.pendingSecret))
      if (!proof) throw new Error('The proof was not found')
      done(await sendToken(proof, '203.0.113.9'))
      const token = await tokenTo(tech.mobileNumber)
      done(await confirmNumber(proof, token))
      await confirmNumber(proof, token)
      return [['Mobile phone number confirmed', tech]]
    },
  ],
]
