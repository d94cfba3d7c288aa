import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { newestMark, seal, unseal } from './sealed-secret'

export async function resealOld(): Promise<number> {
  const apps = await db.totpApp.findMany({
    where: { sealedSecret: { not: { startsWith: newestMark() } } },
    select: { id: true, sealedSecret: true },
  })
  let resealed = 0
  for (const { id, sealedSecret } of apps) {
    const secret = unseal(sealedSecret, id)
    if (!secret) {
      log.error({ alarm: 'sealed-secret', appId: id }, 'A sealed secret cannot be opened with FACTOR_KEYS')
      continue
    }
    const data = { sealedSecret: seal(secret, id) }
    resealed += (await db.totpApp.updateMany({ where: { id, sealedSecret }, data })).count
  }
  return resealed
}
