import type { ApproveRefusal } from '@/lib/cases/support/approve-case'
import type { DeclineRefusal } from '@/lib/cases/support/decline-case'
import type { TakeRefusal } from '@/lib/cases/support/take-case'
import type { TickRefusal } from '@/lib/cases/support/tick-evidence'
import type { CaseStep, ResultAlert } from './addresses'

const notYours =
  'Nothing was changed. The request is not in your hands any more: it was moved, or taken by a colleague, meanwhile.'

export const takeSentences: Record<TakeRefusal, string> = {
  'not-found': 'This request is not there.',
  'own-case': 'This request is your own. Colleagues decide it.',
  owned: 'A colleague was quicker and is working on this request.',
  'first-approver': 'You gave the first approval. The second has to come from a colleague.',
  'not-takeable': 'This request needs no decision any more.',
}

export const notYoursSentence = notYours

export const tickSentences: Record<TickRefusal, string> = {
  'not-yours': notYours,
  'no-other-number':
    'There is no number to call: the firm has no main line on file, or it is the lost or the requested number.',
}

export const approveSentences: Record<Exclude<ApproveRefusal, 'proof-needed'>, string> = {
  'not-yours': notYours,
  'not-verified': 'Not approved: something was unticked meanwhile, so the request is not verified.',
  'messages-waiting': 'Not approved: the notices of this request are still on their way.',
  'nobody-notified': 'Not approved: every notice of this request was refused, so nobody could object.',
  'first-approver': takeSentences['first-approver'],
  'not-checked-twice': 'Not approved: tick something that you have checked yourself first.',
}

export const declineSentences: Record<Exclude<DeclineRefusal, 'proof-needed'>, string> = {
  'not-yours': notYours,
  'no-reason': 'Choose a reason.',
}

export const caseStep: Record<CaseStep, string> = {
  taken: 'The request is yours. Nobody else can work on it until you put it back.',
  ticked: 'Ticked.',
  unticked: 'The tick was taken back.',
  asked: 'The question was sent. The clock stands still until the person answers.',
  approved: 'Approved. The person, the old number and the firm’s admins are being told.',
  'first-approved': 'Your approval is noted. A second supporter has to approve too.',
  declined: 'Declined. The person is being told why, and how to appeal.',
}

export const resultAlert: Record<ResultAlert, string> = {
  released: 'The request is back in the queue.',
  saved: 'The view was saved.',
  removed: 'The view was removed.',
}

/** A sentence by a name from the address bar, where anything may stand. */
export function sentenceFor<Name extends string>(
  sentences: Record<Name, string>,
  name: string | string[] | undefined,
): string | undefined {
  return typeof name === 'string' && isKey(sentences, name) ? sentences[name] : undefined
}

function isKey<Name extends string>(sentences: Record<Name, string>, name: string): name is Name {
  return Object.hasOwn(sentences, name)
}
