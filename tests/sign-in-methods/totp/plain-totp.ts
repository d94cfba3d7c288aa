import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'

/** RFC 6238 once more, from its text alone: what any app on a phone does with the key that we show. */
export function plainToken(base32: string, unixSeconds: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(unixSeconds / 30)))
  const mac = createHmac('sha1', fromBase32(base32)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the program says that administrators use; null on a machine without it. */
export function oathtoolToken(base32: string, unixSeconds: number): string | null {
  const moment = new Date(unixSeconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
  const said = spawnSync('oathtool', ['--totp', '--base32', base32, '--now', `${moment} UTC`])
  return said.error ? null : said.stdout.toString().trim()
}

function fromBase32(text: string): Buffer {
  const mails = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((mail) => mails.indexOf(mail).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
