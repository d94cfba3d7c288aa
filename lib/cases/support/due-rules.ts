export type Urgency = 'on-time' | 'soon' | 'urgent' | 'overdue' | 'paused'

export type Due = { urgency: Urgency; minutes: number }

/** Minutes count past the due time when overdue, and what is left at the pause when paused. */
export function dueIn({ dueAt, pausedAt }: { dueAt: Date; pausedAt: Date | null }, now: Date): Due {
  const minutes = Math.floor((dueAt.getTime() - (pausedAt ?? now).getTime()) / 60_000)
  if (pausedAt) return { urgency: 'paused', minutes: Math.max(0, minutes) }
  if (minutes < 0) return { urgency: 'overdue', minutes: -minutes }
  if (minutes < 4 * 60) return { urgency: 'urgent', minutes }
  return { urgency: minutes < 12 * 60 ? 'soon' : 'on-time', minutes }
}

export function spanWords(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const rest = whole % 60
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`
  return `${rest} min`
}

export function hoursWords(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  return hours === 0 ? `${whole} min` : `${hours.toLocaleString('en')} h ${whole % 60} min`
}
