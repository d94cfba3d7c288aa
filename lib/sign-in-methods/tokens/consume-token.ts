import type { Tx } from '@/lib/db'

export async function consumeToken(tx: Tx, digest: string): Promise<boolean> {
  const { count } = await tx.consumedToken.createMany({ data: { digest }, skipDuplicates: true })
  return count === 1
}
