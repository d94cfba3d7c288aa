import { runCaseClocks } from '@/lib/cases/run-clocks'
import { sendCaseCode } from '@/lib/cases/send-case-code'
import { sendCaseNotice } from '@/lib/cases/send-case-notice'
import { sendNotice } from '@/lib/notices/send-notice'
import { sendInvitation } from '@/lib/passwords/send-invitation'
import { sendReset } from '@/lib/passwords/send-reset'
import type { Mailer } from '@/lib/providers/mail'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { enrolEmployee, isFinal } from '@/lib/second-factor/enrol-employee'
import { removeVendorUser } from '@/lib/second-factor/remove-vendor-user'
import { sendNumberLink } from '@/lib/set-up/send-number-link'
import { sendSetUpLink } from '@/lib/set-up/send-set-up-link'
import { movePeople } from '@/lib/vendor-move/move-people'
import { housekeep } from './housekeeping'
import type { Jobs, QueueName } from './queues'

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
