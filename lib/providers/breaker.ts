import type { VendorAnswer, VendorFailure } from './second-factor'

type BreakerRules = {
  failures: number
  windowMs: number
  pauseMs: number
  silenceMs: number
}

const breakerRules: BreakerRules = { failures: 5, windowMs: 60_000, pauseMs: 30_000, silenceMs: 4000 }

/** `round` grows with each opening and closing, so an answer from an earlier round changes nothing. */
export type BreakerState =
  | { kind: 'closed'; round: number; failedAt: number[] }
  | { kind: 'open'; round: number; since: number; probedAt: number | null }

export const closedBreaker: BreakerState = { kind: 'closed', round: 0, failedAt: [] }

type Ticket = { round: number; startedAt: number }

export function admit(
  state: BreakerState,
  rules: BreakerRules,
  now: number,
): { state: BreakerState; ticket: Ticket | null } {
  const { round } = state
  if (state.kind === 'closed') return { state, ticket: { round, startedAt: now } }
  // A lost probe must not keep the breaker open forever.
  if (now - (state.probedAt ?? state.since) < rules.pauseMs) return { state, ticket: null }
  return { state: { ...state, probedAt: now }, ticket: { round, startedAt: now } }
}

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

/** Answers `provider-down` while a vendor is away, which signs nobody in, so its state may be per process. */
export function createBreaker(settings: {
  name: string
  rules?: BreakerRules
  report?: (change: { breaker: string; isOpen: boolean }) => void
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
    isDown: (): boolean => admit(state, rules, now()).ticket === null,

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
