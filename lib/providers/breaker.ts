import type { VendorAnswer, VendorFailure } from './second-factor'

type BreakerRules = {
  /** Failures in a row, all within the window, that open the breaker. */
  failures: number
  windowMs: number
  /** How long nobody is asked before one probe is let through. */
  pauseMs: number
  /** An `unclear` that took this long was silence: the vendor is as good as away. */
  silenceMs: number
}

const breakerRules: BreakerRules = { failures: 5, windowMs: 60_000, pauseMs: 30_000, silenceMs: 4000 }

/**
 * `round` grows with every opening and closing, so that an answer to a question of an earlier round changes nothing.
 * `probedAt`: when the one probe of this pause set out; null while nobody is asked.
 */
export type BreakerState =
  | { kind: 'closed'; round: number; failedAt: number[] }
  | { kind: 'open'; round: number; since: number; probedAt: number | null }

export const closedBreaker: BreakerState = { kind: 'closed', round: 0, failedAt: [] }

type Ticket = { round: number; startedAt: number }

/** Whether a call may be made now. Without a ticket it may not. */
export function admit(
  state: BreakerState,
  rules: BreakerRules,
  now: number,
): { state: BreakerState; ticket: Ticket | null } {
  const { round } = state
  if (state.kind === 'closed') return { state, ticket: { round, startedAt: now } }
  // A probe that never came back must not keep the breaker open for ever.
  if (now - (state.probedAt ?? state.since) < rules.pauseMs) return { state, ticket: null }
  return { state: { ...state, probedAt: now }, ticket: { round, startedAt: now } }
}

/** What an answer changes. `failure` is null for a yes; a refusal or a request to slow down shows that the vendor is there. */
export function settle(
  state: BreakerState,
  rules: BreakerRules,
  call: { ticket: Ticket; failure: VendorFailure | null; now: number },
): BreakerState {
  const { ticket, failure, now } = call
  if (ticket.round !== state.round || (state.kind === 'open' && state.probedAt !== ticket.startedAt))
    return state

  const isSilence = failure === 'unclear' && now - ticket.startedAt >= rules.silenceMs
  const isDown = failure === 'provider-down' || isSilence
  if (state.kind === 'open') {
    return isDown || failure === 'unclear'
      ? { kind: 'open', round: state.round + 1, since: now, probedAt: null }
      : { kind: 'closed', round: state.round + 1, failedAt: [] }
  }

  if (failure === 'unclear' && !isSilence) return state
  if (!isDown) return { ...state, failedAt: [] }
  const failedAt = [...state.failedAt, now].filter((time) => time > now - rules.windowMs)
  return failedAt.length < rules.failures
    ? { ...state, failedAt }
    : { kind: 'open', round: state.round + 1, since: now, probedAt: null }
}

/**
 * Keeps people from waiting for a vendor that is away; one for each vendor and channel. While it is open a call is answered
 * `provider-down` at once, which never lets anybody in. So its state may live in the memory of one process: another
 * process, or this one after a restart, only finds out for itself.
 */
export function createBreaker(settings: {
  /** Vendor and channel, for the log: `verify texts`. */
  name: string
  rules?: BreakerRules
  report?: (change: { breaker: string; isOpen: boolean }) => void
  /** Milliseconds of a clock that nobody sets back. */
  now?: () => number
}) {
  const { name, rules = breakerRules, report, now = () => performance.now() } = settings
  let state = closedBreaker

  function become(next: BreakerState) {
    const hasTurned = next.kind !== state.kind
    state = next
    if (hasTurned) report?.({ breaker: name, isOpen: next.kind === 'open' })
  }

  return {
    /** For screens that offer what works. Ends with the pause, for a way that nobody is offered is never probed. */
    isDown: (): boolean => admit(state, rules, now()).ticket === null,

    /** The same method, guarded. */
    guard<Input extends unknown[], Value>(
      method: (...input: Input) => Promise<VendorAnswer<Value>>,
    ): (...input: Input) => Promise<VendorAnswer<Value>> {
      return async (...input) => {
        const admitted = admit(state, rules, now())
        become(admitted.state)
        const { ticket } = admitted
        if (!ticket) return { ok: false, failure: 'provider-down' }

        let failure: VendorFailure | null = 'provider-down'
        try {
          const answer = await method(...input)
          failure = answer.ok ? null : answer.failure
          return answer
        } finally {
          become(settle(state, rules, { ticket, failure, now: now() }))
        }
      }
    },
  }
}
