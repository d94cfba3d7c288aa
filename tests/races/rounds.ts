/** `npm run test:races` plays every round; `npm test` only a few, to see that the race still runs. */
export const isFull = process.env.RACES === 'full'

export function rounds(count: { few: number; full: number }): number {
  return isFull ? count.full : count.few
}
