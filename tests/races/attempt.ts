import type { Verbs } from './verbs'

type Verb = keyof Verbs

/** A verb and what it is called with. */
export type Attempt = { [Name in Verb]: { verb: Name; args: Parameters<Verbs[Name]> } }[Verb]

/** How it went. A crash is no outcome: the loser of a race gets a refusal. */
export type Outcome = {
  verb: Verb
  answer: Awaited<ReturnType<Verbs[Verb]>> | { ok: false; reason: 'deadlock' }
  startedAt: number
  finishedAt: number
}

export type Start = { at: number; attempts: Attempt[] }
export type Ended = { outcomes: Outcome[] } | { crash: string }

/** Milliseconds on the one clock that all processes of a machine share and nobody sets. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
