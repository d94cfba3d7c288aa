export type DeclineReason = {
  key: 'not-verified' | 'no-answer' | 'not-employed' | 'other-way' | 'duplicate'
  /** What the supporter chooses. */
  label: string
  /** What the person reads. */
  mail: string
}

export const declineReasons: readonly DeclineReason[] = [
  {
    key: 'not-verified',
    label: 'Identity not verified',
    mail: 'We could not make sure that the request comes from you. We have to be strict here: it protects your account.',
  },
  {
    key: 'no-answer',
    label: 'No answer to our question or call',
    mail: 'We tried to reach you and got no answer, so we could not make sure that the request comes from you.',
  },
  {
    key: 'not-employed',
    label: 'Firm says: not working there',
    mail: 'Your firm did not confirm that this account is still in use.',
  },
  {
    key: 'other-way',
    label: 'Has another way to sign in',
    mail: 'You do not need this: there is another way for you to sign in, which is quicker and just as safe.',
  },
  {
    key: 'duplicate',
    label: 'Handled in another request',
    mail: 'The same matter is already being handled, so this second request was closed.',
  },
]

export function isDeclineReason(key: string): key is DeclineReason['key'] {
  return declineReasons.some((reason) => reason.key === key)
}

/** A declined event's note is the reason's key, and after a colon what only colleagues may read. */
export function readDeclineReason(note: string): DeclineReason | null {
  const key = note.split(':', 1)[0]
  return declineReasons.find((reason) => reason.key === key) ?? null
}
