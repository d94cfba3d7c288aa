import { encode } from 'uqr'
import type { QrCode, ShownApp } from './rules'
import type { NewAuthenticator } from './start-app'

export function showApp(name: string, { appId, secret, uri }: NewAuthenticator): ShownApp {
  return { appId, name, uri, key: secret.replace(/(.{4})(?=.)/g, '$1 '), qr: drawQrCode(uri) }
}

function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  return { size, path: runs.join('') }
}
