import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { PostForm } from '@/components/ui/post-form'
import { Status } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FirmCase } from '@/lib/cases/firm/list-firm-cases'
import { isToDecide } from '@/lib/cases/rules'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { Disclosure } from '../disclosure'
import { stopFirmCaseAction } from './actions'
import { ConfirmCaseForm } from './confirm-case-form'
import { caseLook, caseName, lossWords } from './sentences'

type OpenCaseProps = { about: FirmCase; isOwn: boolean }

/** The request, where it came from, and the two answers of an admin. */
export function OpenCase({ about, isOwn }: OpenCaseProps) {
  const { tone, icon, word } = caseLook(about)
  const isUndecided = isToDecide(about.state)

  return (
    <Card
      title={`${about.name} · ${caseName(about)}`}
      action={
        <Status tone={tone} icon={icon}>
          {word}
        </Status>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        <dt className="text-text-muted">Request</dt>
        <dd>{whatIs(about)}</dd>
        <dt className="text-text-muted">Opened</dt>
        <dd>
          <Time at={about.openedAt} />
        </dd>
        {about.state === 'waiting' && about.waitsUntil && (
          <>
            <dt className="text-text-muted">
              {about.kind === 'lost_phone' ? 'On hold until' : 'Takes effect'}
            </dt>
            <dd>
              <Time at={about.waitsUntil} />
            </dd>
          </>
        )}
        <dt className="text-text-muted">Requested from</dt>
        <dd>
          {about.browser}, {about.place}
        </dd>
        {about.confirmedBy && (
          <>
            <dt className="text-text-muted">Confirmed by</dt>
            <dd>{about.confirmedBy}</dd>
          </>
        )}
      </dl>
      {isOwn ? (
        <p className="mt-4 border-t border-border pt-4 text-text-muted">
          This request is about you, so another admin must answer it. Not you? Use the link in any of our
          emails about it to cancel it.
        </p>
      ) : (
        <div className="mt-4 grid gap-3 border-t border-border pt-4">
          {about.kind === 'lost_phone' && isUndecided && !about.confirmedBy && (
            <ConfirmCaseForm caseId={about.id} name={about.name} />
          )}
          <Disclosure title="Report it as suspicious">
            <PostForm action={stopFirmCaseAction} className="grid gap-4">
              <input type="hidden" name="caseId" value={about.id} />
              <p className="text-text-muted">
                This cancels the request for good and keeps the current phone and number. We'll notify{' '}
                {about.name}, the other admins and support, and check new requests for this account closely
                for a week. A genuine request can be made again.
              </p>
              <SubmitButton look="secondary" className="justify-self-start">
                Cancel this request<span className="sr-only"> of {about.name}</span>
              </SubmitButton>
            </PostForm>
          </Disclosure>
        </div>
      )}
    </Card>
  )
}

function whatIs({ kind, reason, requestedNumber }: FirmCase): string {
  const number = requestedNumber && maskMobileNumber(requestedNumber)
  if (kind === 'number_change') return `New mobile number ${number}, entered by an admin`
  const lost = reason ? lossWords[reason] : 'Phone lost'
  return number ? `${lost}, new number ${number}` : lost
}
