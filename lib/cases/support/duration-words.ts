/** "5 h 12 min", as the answer times of cases are told. */
export function durationWords(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  return hours === 0 ? `${whole} min` : `${hours.toLocaleString('en')} h ${whole % 60} min`
}
