/** "3 h 12 min"; with seconds where a script keeps them going. */
export function timeLeft(seconds: number, withSeconds = false): string {
  const left = Math.max(0, seconds)
  const hours = Math.floor(left / 3600)
  const minutes = Math.floor((left % 3600) / 60)
  const parts = [hours > 0 && `${hours} h`, (hours > 0 || minutes > 0) && `${minutes} min`]
  if (withSeconds || left < 60) parts.push(`${Math.floor(left % 60)} s`)
  return parts.filter(Boolean).join(' ')
}

/** "14:05 UTC" */
export function clockTime(at: Date): string {
  return `${at.toISOString().slice(11, 16)} UTC`
}
