import { sealData, unsealData } from 'iron-session'

// The seal never expires: PostgreSQL's clock ends the row, and another process's clock may be a day off.
const ttl = 0

export function sealId(id: string, [password = '']: string[]): Promise<string> {
  return sealData({ id }, { password, ttl })
}

export async function unsealId(sealed: string, secrets: string[]): Promise<string | null> {
  for (const password of secrets) {
    const { id } = await unsealData<{ id?: string }>(sealed, { password, ttl })
    if (typeof id === 'string') return id
  }
  return null
}
