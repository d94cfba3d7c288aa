import { z } from 'zod'
import { returnTarget } from '@/lib/session/return-target'
import { methodName } from '@/lib/sign-in-methods/schema'

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)

// Browsers add members as the standard grows: unknown ones are dropped, not refused.
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
})

const passkeyAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
})

export type NewPasskey = z.output<typeof newPasskey>

export type PasskeyAnswer = z.output<typeof passkeyAnswer>

const unreadable = "We couldn't read your browser's answer. Reload the page and try again."

const answerText = z
  .string(unreadable)
  .max(40_000, unreadable)
  .transform((text, context) => {
    const answer = readJson(text)
    if (answer === undefined) context.addIssue({ code: 'custom', message: unreadable })
    return answer
  })

export const addPasskeyForm = z.strictObject({
  name: methodName,
  answer: answerText.pipe(newPasskey),
  next: z.string().max(2000).optional(),
})

export const usePasskeyForm = z.strictObject({ answer: answerText.pipe(passkeyAnswer) })

export const signInWithPasskeyForm = z.strictObject({
  answer: answerText.pipe(passkeyAnswer),
  next: z
    .string()
    .transform((next) => returnTarget(next))
    .optional(),
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
