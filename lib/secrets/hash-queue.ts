import { availableParallelism } from 'node:os'

/**
 * Lets only as many hashes run as there are cores. bcrypt and the cookies' unsealing share one small pool of threads:
 * without the gate sixteen sign-ins freeze every page for seconds. The waiting line takes turns between firms, so one
 * firm's storm does not hold up another, and is short, so nobody waits longer than a request may take.
 */
export class HashQueue {
  private running = 0
  private waiting = 0
  private readonly lines = new Map<string, Array<() => void>>()

  constructor(
    private readonly width = availableParallelism(),
    private readonly maxWaiting = 64,
    private readonly maxWaitingPerFirm = 24,
  ) {}

  /** Runs `work` when it is its turn, or answers 'busy' at once when the line is full. */
  async run<Value>(firm: string, work: () => Promise<Value>): Promise<Value | 'busy'> {
    if (this.running >= this.width) {
      const line = this.lines.get(firm) ?? []
      if (this.waiting >= this.maxWaiting || line.length >= this.maxWaitingPerFirm) return 'busy'
      this.waiting += 1
      await new Promise<void>((turn) => this.lines.set(firm, [...line, turn]))
    } else {
      this.running += 1
    }
    try {
      return await work()
    } finally {
      this.passOn()
    }
  }

  private passOn() {
    const next = this.lines.entries().next()
    if (next.done) {
      this.running -= 1
      return
    }
    const [firm, [turn, ...rest]] = next.value
    // A firm that was served goes to the end of the round.
    this.lines.delete(firm)
    if (rest.length > 0) this.lines.set(firm, rest)
    this.waiting -= 1
    turn?.()
  }
}
