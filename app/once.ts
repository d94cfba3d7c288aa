import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type FormState, refill, refused } from '@/lib/form'
import { requestScope } from '@/lib/request-scope'
import { carryOut } from '@/lib/sent-forms'
import { returnTarget } from '@/lib/session/return-target'

type Answered = { ok: boolean }
type Owner = { employeeId: string } | null

/** Calls the verb of an action at most once for each form, or answers why the form stays as it is. */
export async function once<Answer extends Answered>(
  form: FormData,
  owner: Owner,
  verb: () => Promise<Answer>,
): Promise<Answer | { ok: false; state: FormState }> {
  const sent = await carryOut(form, owner?.employeeId ?? null, verb)
  if (!('unanswered' in sent)) return sent
  if (sent.unanswered === 'other-content')
    return { ok: false, state: refused(form, sentences['other-content']) }
  if (sent.unanswered !== 'saved') answerAsOutage()
  const tone = sent.unanswered === 'saved' ? 'ok' : 'danger'
  const failure = sentences[sent.unanswered]
  // A step-up in the form is used up, and the session is fresh now.
  const state = { tone, failure, errors: {}, values: refill(form), proof: undefined } as const
  return { ok: false, state }
}

/** The same for an action that answers with a page, which shows what is there now. */
export async function onceThenLeave<Answer extends Answered>(
  form: FormData,
  owner: Owner,
  verb: () => Promise<Answer>,
): Promise<Answer> {
  const sent = await carryOut(form, owner?.employeeId ?? null, verb)
  if (!('unanswered' in sent)) return sent
  if (sent.unanswered === 'saved' || sent.unanswered === 'other-content')
    redirect(returnTarget((await headers()).get('x-asked-address')))
  answerAsOutage()
  throw new Unanswered(sent.unanswered)
}

class Unanswered extends Error {}

/** Without script the form's page then says 503. */
function answerAsOutage(): void {
  const scope = requestScope.getStore()
  if (scope) scope.isOutage = true
}

const sentences = {
  saved: 'This was already saved. Reload the page to see it.',
  'other-content': 'This form was already saved, with other values. Save again to save these as well.',
  'nothing-changed': "Couldn't save. Nothing was changed. Try again in a moment.",
  unclear: "Couldn't save. Try again in a moment. Nothing is saved twice.",
}
