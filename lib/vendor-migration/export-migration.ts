import { stringify } from 'csv-stringify/sync'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { listAllMigrating, type MovingPerson } from './queries'
import { remainReason, remainWords } from './rules'

const columns = [
  { key: 'name', header: 'Name' },
  { key: 'email', header: 'Email' },
  { key: 'role', header: 'Role' },
  { key: 'number', header: 'Mobile number' },
  { key: 'vendor', header: 'Text vendor' },
  { key: 'atAuthy', header: 'Registered with Authy' },
  { key: 'apps', header: 'Authenticator apps' },
  { key: 'passkeys', header: 'Passkeys' },
  { key: 'used', header: 'Signed in without Authy since the start' },
  { key: 'why', header: 'Stays on Authy because' },
]

/** Masks numbers: the report shows which people have to act, not how to reach them. */
export async function* exportMigration(firmId: string): AsyncGenerator<string> {
  yield stringify([], { columns, header: true, bom: true })
  for await (const people of listAllMigrating(firmId)) {
    // Escapes formulas: an attacker's name must not run in a spreadsheet (CSV injection).
    yield stringify(people.map(rowOf), { columns, escape_formulas: true })
  }
}

function rowOf(person: MovingPerson) {
  const why = person.vendorUserId ? remainReason(person) : null
  return {
    name: person.name,
    email: person.email,
    role: person.role,
    number: person.mobileNumber ? maskMobileNumber(person.mobileNumber) : '',
    vendor: person.vendor === 'verify' ? 'Twilio Verify' : 'Authy',
    atAuthy: person.vendorUserId ? 'yes' : 'no',
    apps: person.totpApps,
    passkeys: person.passkeys,
    used: person.hasUsedAnother ? 'yes' : 'no',
    why: why ? remainWords[why] : '',
  }
}
