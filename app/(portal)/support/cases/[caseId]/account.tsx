import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import type { OwnMethods } from '@/lib/access/methods'
import { roleWords } from '@/lib/access/policy'
import { spanWords } from '@/lib/cases/support/due-rules'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { VendorAnswer } from '@/lib/providers/second-factor'
import type { VendorState } from '@/prisma/client/enums'
import { Fact, Facts } from './facts'

type AccountProps = {
  found: CaseDetails
  devices: VendorAnswer<string[]> | null
  /** Null for a person who was deactivated. */
  own: OwnMethods | null
  now: Date
}

/** What is on file and what changed lately: an attacker prepares an account before taking it over. */
export function Account({ found, devices, own, now }: AccountProps) {
  const { employee: person } = found
  const watched = person.watchedUntil && person.watchedUntil > now ? person.watchedUntil : null

  return (
    <Card title="Account">
      <Facts>
        <Fact label="Email address">{person.email}</Fact>
        <Fact label="Role">
          {roleWords[person.role]}
          {person.role !== found.roleAtOpening && `, ${roleWords[found.roleAtOpening]} at submission`}
          {!person.active && ', inactive'}
        </Fact>
        <Fact label="Current number">
          {person.mobileNumber ? maskMobileNumber(person.mobileNumber) : 'None on file'}
          {person.numberProvenAt && (
            <>
              , confirmed <Time at={person.numberProvenAt} />
            </>
          )}
        </Fact>
        <Fact label="Number added">
          {person.numberChangedAt ? (
            <>
              <Time at={person.numberChangedAt} /> ({ageOf(person.numberChangedAt, now)} ago)
            </>
          ) : (
            <>With the account, {ageOf(person.createdAt, now)} ago</>
          )}
        </Fact>
        <Fact label="Authy">
          <Factors state={person.vendorState} devices={devices} />
        </Fact>
        <Fact label="Other sign-in methods">{otherMethods(own)}</Fact>
        <Fact label="Last sign-in">{person.lastSignInAt ? <Time at={person.lastSignInAt} /> : 'Never'}</Fact>
        <Fact label="Password">
          {person.credential ? (
            <>
              Set <Time at={person.credential.changedAt} />
            </>
          ) : (
            'None yet'
          )}
        </Fact>
        <Fact label="Reset by email">
          {person.credential?.resetByMailAt ? <Time at={person.credential.resetByMailAt} /> : 'Never'}
        </Fact>
        <Fact label="Account added">
          <Time at={person.createdAt} />
        </Fact>
        <Fact label="Last edited">
          {person.changedBy ? (
            <>
              <Time at={person.changedAt} /> by {person.changedBy}
            </>
          ) : (
            'Never'
          )}
        </Fact>
        <Fact label="Monitoring">
          {watched ? (
            <>
              On until <Time at={watched} />: a request was canceled
            </>
          ) : (
            'Off'
          )}
        </Fact>
      </Facts>
    </Card>
  )
}

function Factors({ state, devices }: { state: VendorState; devices: AccountProps['devices'] }) {
  if (!devices) return vendorWords[state]
  if (!devices.ok) return "Unknown: the vendor didn't respond"
  if (devices.value.length === 0) return 'No device with the Authy app; texts to the number on file only'
  return `Authy app on ${devices.value.length === 1 ? '1 device' : `${devices.value.length} devices`}: ${devices.value.join(', ')}`
}

/** A person with one of these can sign in without a reset. */
function otherMethods(own: OwnMethods | null): string {
  const methods = [
    own?.passkeys && count(own.passkeys, 'passkey'),
    own?.totpApps && count(own.totpApps, 'authenticator app'),
    own?.recoveryCodesLeft && `${count(own.recoveryCodesLeft, 'recovery code')} left`,
  ].filter(Boolean)
  return methods.length > 0 ? methods.join(', ') : 'None'
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

const vendorWords: Record<VendorState, string> = {
  none: 'Not registered with Authy',
  waiting: 'Registration with Authy in progress',
  registered: 'Registered with Authy',
  refused: 'Not registered: Authy rejected the number',
}

function ageOf(since: Date, now: Date): string {
  const days = Math.floor((now.getTime() - since.getTime()) / (24 * 60 * 60 * 1000))
  if (days < 2) return spanWords((now.getTime() - since.getTime()) / 60_000)
  return `${days} days`
}
