import type { Tx } from './db'

/** Reads the database's clock, to the millisecond of its columns: processes may disagree about the time. */
export async function readClock(tx: Tx): Promise<Date> {
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`select now()::timestamptz(3) as now`
  return now
}

export function fromNow(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000)
}

type Span = { days?: number; hours?: number; minutes?: number }

export function after(moment: Date, span: Span): Date {
  return new Date(moment.getTime() + milliseconds(span))
}

export function before(moment: Date, span: Span): Date {
  return new Date(moment.getTime() - milliseconds(span))
}

function milliseconds({ days = 0, hours = 0, minutes = 0 }: Span): number {
  return ((days * 24 + hours) * 60 + minutes) * 60_000
}
