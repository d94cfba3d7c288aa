import { availableParallelism } from 'node:os'

/** Runs one hash per core: bcrypt shares its threads with the cookies, and sixteen sign-ins would freeze every page. */
export class HashQueue {
  private running = 0
  private waiting = 0
  private readonly lines = new Map<string, Array<() => void>>()

  constructor(
    private readonly width = availableParallelism(),
    private readonly maxWaiting = 64,
    private readonly maxWaitingPerFirm = 24,
  ) {}

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
    // Moves the served firm to the end, so an attack on one firm does not delay another.
    this.lines.delete(firm)
    if (rest.length > 0) this.lines.set(firm, rest)
    this.waiting -= 1
    turn?.()
  }
}
