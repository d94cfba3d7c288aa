import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { newestMark, seal, unseal } from './sealed-secret'

/** Seals anew what an older key has sealed, so that the older one can leave the settings. Answers how many it was. */
export async function resealOld(): Promise<number> {
  const apps = await db.$queryRaw<Array<{ id: string; sealedSecret: string }>>`
    select id, sealed_secret as "sealedSecret" from totp_app where not sealed_secret ^@ ${newestMark()}`
  let resealed = 0
  for (const { id, sealedSecret } of apps) {
    const secret = unseal(sealedSecret, id)
    if (!secret) {
      log.error({ alarm: 'sealed-secret', appId: id }, 'A sealed secret cannot be opened with FACTOR_KEYS')
      continue
    }
    const sealedAnew = seal(secret, id)
    resealed += await db.$executeRaw`
      update totp_app set sealed_secret = ${sealedAnew}
      where id = ${id}::uuid and sealed_secret = ${sealedSecret}`
  }
  return resealed
}
