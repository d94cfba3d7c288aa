/** The one clock of every simulated vendor. Tests move it forward instead of waiting. */
export type Clock = {
  now(): number
  advance(seconds: number): void
  reset(): void
  /** The moment on a real wall clock at which the simulated clock will show `time`. */
  toRealTime(time: number): number
}

export function createClock(): Clock {
  let aheadMs = 0
  return {
    now: () => Date.now() + aheadMs,
    advance: (seconds) => {
      aheadMs += seconds * 1000
    },
    reset: () => {
      aheadMs = 0
    },
    toRealTime: (time) => time - aheadMs,
  }
}
