import type { AskSecondAdminRefusal } from '@/lib/employees/recovery/ask-second-admin'
import type { MakeOneTimePassRefusal } from '@/lib/employees/recovery/make-one-time-pass'
import type { ShowOneTimePassRefusal } from '@/lib/employees/recovery/show-one-time-pass'
import type { UnlockRefusal } from '@/lib/employees/recovery/unlock-tokens'
import { gone } from './sentences'

export type RecoveryRefusalReason = Exclude<
  MakeOneTimePassRefusal | AskSecondAdminRefusal | ShowOneTimePassRefusal | UnlockRefusal,
  'proof-needed'
>

export const recoverySentences: Record<RecoveryRefusalReason, string> = {
  'not-found': gone,
  'own-account':
    'You cannot do this for yourself. Another admin can; if there is none, support can, after “I don’t have access to my phone” at sign-in.',
  'not-active': 'This employee is disabled. Set the account to active first.',
  'rule-off': 'Your firm asks for the password only, so there is no second step to help with.',
  'needs-another-admin':
    'This person has become an admin, so another admin has to confirm it. Reload the page and ask again.',
  'no-admin': 'This person is no longer an admin. Reload the page: you can do it yourself now.',
  'not-locked': 'Neither tokens nor recovery codes of this person are locked any more.',
  'unlocked-often':
    'Tokens of this person were unlocked three times today. Somebody may be guessing: reset the second step, or wait until tomorrow.',
  'already-asked': 'This was asked for already, and is waiting on Requests.',
  'nobody-to-confirm':
    'You are the only other admin, and this person is not signed in, so nobody could confirm it. Ask support: the person presses “I don’t have access to my phone” at sign-in. Or ask again once the person is signed in.',
  'too-many': 'Five passes were made for this person today. Wait until tomorrow, or reset the second step.',
  closed: 'This request is closed. Its pass can no longer be shown.',
}
