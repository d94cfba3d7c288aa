export const notMeDays = 30
export const unreadDays = 30
export const keptDays = 400

const hour = 60 * 60 * 1000

type Repeatable = { kind: string; subject: string; at: Date }

/** Newest first in, newest first out: what says the same within the hour before it is listed with it. */
export function groupByHour<One extends Repeatable>(notifications: One[]): [One, ...One[]][] {
  const groups: [One, ...One[]][] = []
  for (const one of notifications) {
    const group = groups.find(([newest]) => isRepeat(newest, one))
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups
}

function isRepeat(newest: Repeatable, one: Repeatable): boolean {
  const { kind, subject, at } = newest
  return kind === one.kind && subject === one.subject && at.getTime() - one.at.getTime() < hour
}
