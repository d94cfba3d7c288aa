import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

// node --import tsx tests/simulators/specs/cut-verify.ts twilio_verify_v2.json
// Takes the vendor's whole description and keeps the paths that the simulator serves, and every schema they lead to,
// word for word. Nothing else is changed.

const whole = readFileSync(process.argv[2] ?? '', 'utf8')
const expected = '976da0a42d57ad5e9007770570062d3095513a693a3db9fb521d6dae79edf2da'
if (createHash('sha256').update(whole).digest('hex') !== expected)
  throw new Error('This is another version of the description: read its changes, then change the hash here.')

const service = '/v2/Services/{ServiceSid}'
const kept = [
  '/v2/Services/{Sid}',
  `${service}/Verifications`,
  `${service}/Verifications/{Sid}`,
  `${service}/VerificationCheck`,
]

const spec = JSON.parse(whole)
const paths = Object.fromEntries(kept.map((path) => [path, spec.paths[path]]))
const schemas = Object.fromEntries(namesIn(paths).map((name) => [name, spec.components.schemas[name]]))
const cut = { ...spec, paths, components: { ...spec.components, schemas } }
writeFileSync(new URL('verify-v2.json', import.meta.url), `${JSON.stringify(cut, null, 2)}\n`)

/** Names of all schemas that are referred to, those in schemas too. */
function namesIn(part: unknown, found: string[] = []): string[] {
  for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (found.includes(name)) continue
    found.push(name)
    namesIn(spec.components.schemas[name], found)
  }
  return found
}
