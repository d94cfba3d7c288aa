import type { ScriptedOperation } from './operation'
import { proveBelowMinimum } from './world'

const nothing = () => '[]'

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
    body: () => formCall({ answer: '{}', next: '' }),
    done: /This passkey can't sign you in without your password/,
  },
  startOwnPasskeyAction: {
    page: '/sign-in/second-step',
    body: nothing,
    done: /Your account doesn't have a passkey/,
  },
  finishWithPasskeyAction: {
    page: '/sign-in/second-step',
    body: () => formCall({ answer: '{}' }),
    done: /We couldn't verify this passkey/,
  },
  startPasskeyRegistrationAction: { page: '/account/security/passkey', body: nothing, done: /"challenge"/ },
  addPasskeyAction: {
    page: '/account/security/passkey',
    body: () => formCall({ answer: 'none', name: 'Laptop' }),
    done: /We couldn't read your browser's answer/,
  },
  startPasskeyRegistrationInSignInAction: {
    page: '/sign-in/add-method?method=passkey',
    body: nothing,
    prepare: proveBelowMinimum,
    done: /"challenge"/,
  },
  addPasskeyInSignInAction: {
    page: '/sign-in/add-method?method=passkey',
    body: () => formCall({ answer: 'none', name: 'Laptop' }),
    prepare: proveBelowMinimum,
    done: /We couldn't read your browser's answer/,
  },
}

/** What React sends for a form and the state before it: the arguments in part 0, and the form's fields under the number 1. */
function formCall(fields: Record<string, string>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(`1_${name}`, value)
  body.append('0', JSON.stringify([{ errors: {}, values: {} }, '$K1']))
  return body
}
