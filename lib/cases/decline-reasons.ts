type DeclineReason = {
  key: 'not-verified' | 'no-answer' | 'not-employed' | 'other-method' | 'duplicate'
  label: string
  mail: string
}

export const declineReasons: readonly DeclineReason[] = [
  {
    key: 'not-verified',
    label: 'Identity not verified',
    mail: "We couldn't verify that the request came from you. We're strict about this to protect your account.",
  },
  {
    key: 'no-answer',
    label: 'No answer to our question or call',
    mail: "We tried to reach you and got no answer, so we couldn't verify that the request came from you.",
  },
  {
    key: 'not-employed',
    label: 'Not confirmed by the firm',
    mail: "Your firm didn't confirm that this account is still in use.",
  },
  {
    key: 'other-method',
    label: 'Has another sign-in method',
    mail: "You don't need a phone reset: you have another sign-in method that is faster and just as secure.",
  },
  {
    key: 'duplicate',
    label: 'Duplicate request',
    mail: "We're already handling another request of yours, so we closed this one.",
  },
]

export function isDeclineReason(key: string): key is DeclineReason['key'] {
  return declineReasons.some((reason) => reason.key === key)
}

/** A declined event's note is the reason's key, then a colon and text that only support agents may read. */
export function readDeclineReason(note: string): DeclineReason | null {
  const key = note.split(':', 1)[0]
  return declineReasons.find((reason) => reason.key === key) ?? null
}
