import type { Tx } from '@/lib/db'

/** Consumes a token: one row, one use. False when it was used before. */
export async function consumeToken(tx: Tx, digest: string): Promise<boolean> {
  const { count } = await tx.consumedToken.createMany({ data: { digest }, skipDuplicates: true })
  return count === 1
}
