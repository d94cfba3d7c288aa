import { Card } from '@/components/ui/card'
import { UtcTime } from '@/components/utc-time'
import type { OwnMethods } from '@/lib/access/methods'
import { spanWords } from '@/lib/cases/support/due-rules'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { VendorAnswer } from '@/lib/providers/second-factor'
import type { VendorState } from '@/prisma/client/enums'
import { roleWords } from '../../../admin/employees/role-words'
import { Fact, Facts } from './facts'

type AccountProps = {
  found: CaseDetails
  devices: VendorAnswer<string[]> | null
  /** Null for somebody who was deactivated. */
  own: OwnMethods | null
  now: Date
}

/** What is on file, and what was changed lately: whoever steals an account prepares it first. */
export function Account({ found, devices, own, now }: AccountProps) {
  const { employee: person } = found
  const watched = person.watchedUntil && person.watchedUntil > now ? person.watchedUntil : null

  return (
    <Card title="The account">
      <Facts>
        <Fact label="E-mail address">{person.email}</Fact>
        <Fact label="Role">
          {roleWords[person.role]}
          {person.role !== found.roleAtOpening && `, ${roleWords[found.roleAtOpening]} when it was asked`}
          {!person.active && ', disabled'}
        </Fact>
        <Fact label="Number now">
          {person.mobileNumber ? maskMobileNumber(person.mobileNumber) : 'none on file'}
          {person.numberProvenAt && (
            <>
              , confirmed on <UtcTime at={person.numberProvenAt} />
            </>
          )}
        </Fact>
        <Fact label="Age of the number">
          {person.numberChangedAt ? (
            <>
              {ageOf(person.numberChangedAt, now)}, changed on <UtcTime at={person.numberChangedAt} />
            </>
          ) : (
            <>{ageOf(person.createdAt, now)}, never changed</>
          )}
        </Fact>
        <Fact label="Working factors">
          <Factors state={person.vendorState} devices={devices} />
        </Fact>
        <Fact label="Other ways">{otherMethods(own)}</Fact>
        <Fact label="Last sign-in">
          {person.lastSignInAt ? <UtcTime at={person.lastSignInAt} /> : 'Never'}
        </Fact>
        <Fact label="Password">
          {person.credential ? (
            <>
              set on <UtcTime at={person.credential.changedAt} />
            </>
          ) : (
            'none yet'
          )}
        </Fact>
        <Fact label="Reset by mail">
          {person.credential?.resetByMailAt ? <UtcTime at={person.credential.resetByMailAt} /> : 'Never'}
        </Fact>
        <Fact label="Added">
          <UtcTime at={person.createdAt} />
        </Fact>
        <Fact label="Record last changed">
          {person.changedBy ? (
            <>
              <UtcTime at={person.changedAt} /> by {person.changedBy}
            </>
          ) : (
            'Not since it was added'
          )}
        </Fact>
        <Fact label="Watch">
          {watched ? (
            <>
              Until <UtcTime at={watched} />: a request in this name was stopped
            </>
          ) : (
            'Not watched'
          )}
        </Fact>
      </Facts>
    </Card>
  )
}

function Factors({ state, devices }: { state: VendorState; devices: AccountProps['devices'] }) {
  if (!devices) return vendorWords[state]
  if (!devices.ok) return 'The vendor did not answer.'
  if (devices.value.length === 0) return 'No device has the app: only texts to the number on file'
  return `The app on ${devices.value.length === 1 ? '1 device' : `${devices.value.length} devices`}: ${devices.value.join(', ')}`
}

/** Whoever still has one of these can sign in without a reset. */
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
  none: 'None: not registered for OneTouch',
  waiting: 'Being registered for OneTouch',
  registered: 'Registered for OneTouch',
  refused: 'None: the number was refused',
}

function ageOf(since: Date, now: Date): string {
  const days = Math.floor((now.getTime() - since.getTime()) / (24 * 60 * 60 * 1000))
  if (days < 2) return spanWords((now.getTime() - since.getTime()) / 60_000)
  return `${days} days`
}
