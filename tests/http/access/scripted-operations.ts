import { formCall } from './form-call'
import type { ScriptedOperation } from './operation'
import { proveBelowMinimum } from './world'

const nothing = () => '[]'
/** Read whole, and asked of nobody: so far does each get before the portal looks for the passkey itself. */
const tooLate = /That took too long or was already used/

const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }
const clientData = JSON.stringify({ challenge: 'nobody-has-asked-for-this-challenge' })
const clientDataJSON = Buffer.from(clientData).toString('base64url')
const usedPasskey = JSON.stringify({
  ...credential,
  response: { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' },
})
const newPasskey = JSON.stringify({ ...credential, response: { clientDataJSON, attestationObject: 'AAAA' } })

/** What only a script can do: passkeys, and the line under a number while it is typed. */
export const scriptedOperations: Record<string, ScriptedOperation> = {
  previewNumberAction: {
    page: '/admin/employees/add',
    body: () => '["12015550199"]',
    done: /United States/,
  },
  startDiscoverableSignInAction: { page: '/sign-in', body: nothing, done: /"challenge"/ },
  signInWithPasskeyAction: {
    page: '/sign-in',
    body: () => formCall(Object.entries({ answer: usedPasskey, next: '' })),
    done: tooLate,
  },
  startOwnPasskeyAction: {
    page: '/sign-in/second-step',
    body: nothing,
    done: /Your account doesn't have a passkey/,
  },
  finishWithPasskeyAction: {
    page: '/sign-in/second-step',
    body: () => formCall(Object.entries({ answer: usedPasskey })),
    done: tooLate,
  },
  startPasskeyRegistrationAction: { page: '/account/security/passkey', body: nothing, done: /"challenge"/ },
  addPasskeyAction: {
    page: '/account/security/passkey',
    body: () => formCall(Object.entries({ answer: newPasskey, name: 'Laptop' })),
    done: tooLate,
  },
  startPasskeyRegistrationInSignInAction: {
    page: '/sign-in/add-method?method=passkey',
    body: nothing,
    prepare: proveBelowMinimum,
    done: /"challenge"/,
  },
  addPasskeyInSignInAction: {
    page: '/sign-in/add-method?method=passkey',
    body: () => formCall(Object.entries({ answer: newPasskey, name: 'Laptop' })),
    prepare: proveBelowMinimum,
    done: tooLate,
  },
}
