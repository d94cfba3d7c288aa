import { runCaseClocks } from '@/lib/cases/clock/run-clocks'
import { sendCaseNotice } from '@/lib/cases/mails/send-case-mail'
import { sendCaseCode } from '@/lib/cases/person/send-case-code'
import type { Jobs, QueueName } from '@/lib/jobs/queues'
import { sendNotice } from '@/lib/notifications/send-notification'
import { sendInvitation } from '@/lib/passwords/send-invitation'
import { sendReset } from '@/lib/passwords/send-reset'
import { sendSetUpLink } from '@/lib/phone-enrollment/send-enrollment-link'
import { sendNumberLink } from '@/lib/phone-enrollment/send-number-link'
import type { Mailer } from '@/lib/providers/mail'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { enrolEmployee, isFinal } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { removeVendorUser } from '@/lib/sign-in-methods/vendors/remove-at-vendor'
import { movePeople } from '@/lib/vendor-migration/migrate-people'
import { housekeep } from './housekeeping'

export type Outside = { mailer: Mailer; texter: TextMessenger; provider: SecondFactorProvider }

type Handlers = { [Name in QueueName]: (data: Jobs[Name], jobId: string) => Promise<void> }

/** What each job does. A handler that throws is run again later, so it must bear being run twice. */
export function jobHandlers({ mailer, texter, provider }: Outside): Handlers {
  return {
    notice: ({ noticeId }) => sendNotice(mailer, noticeId),
    'password-reset-mail': (asked) => sendReset(mailer, asked),
    'invitation-mail': ({ employeeId }) => sendInvitation(mailer, employeeId),
    'enrol-employee': ({ employeeId }) => enrolOrRetry(provider, employeeId),
    'remove-vendor-user': ({ vendorUserId }) => removeVendorUser(provider, vendorUserId),
    'case-notice': ({ noticeId }) => sendCaseNotice({ mailer, texter }, noticeId),
    'case-code-mail': ({ employeeId }) => sendCaseCode(mailer, employeeId),
    'set-up-mail': ({ employeeId }) => sendSetUpLink(mailer, employeeId),
    'confirm-number-mail': ({ employeeId }) => sendNumberLink(mailer, employeeId),
    'move-firm': (batch) => movePeople(batch),
    'case-clocks': () => runCaseClocks(),
    housekeeping: () => housekeep(),
  }
}

async function enrolOrRetry(provider: SecondFactorProvider, employeeId: string): Promise<void> {
  const enrolment = await enrolEmployee(provider, employeeId)
  if (enrolment && !enrolment.ok && !isFinal(enrolment)) {
    throw new Error(`The vendor has not registered employee ${employeeId}: ${enrolment.failure}`)
  }
}
