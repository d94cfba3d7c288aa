import { sendEmailLink } from '@/lib/account/send-email-link'
import { runCaseClocks } from '@/lib/cases/clock/run-clocks'
import { sendCaseMessage } from '@/lib/cases/mails/send-case-mail'
import { sendCaseCode } from '@/lib/cases/person/send-case-code'
import { notifyEveryone } from '@/lib/firms/notify-everyone'
import type { Jobs, QueueName } from '@/lib/jobs/queues'
import { sendNotification } from '@/lib/notifications/send-notification'
import { sendInvitation } from '@/lib/passwords/send-invitation'
import { sendReset } from '@/lib/passwords/send-reset'
import { sendEnrollmentLink } from '@/lib/phone-enrollment/send-enrollment-link'
import { sendNumberLink } from '@/lib/phone-enrollment/send-number-link'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import { isFinal, registerAtVendor } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { removeVendorUser } from '@/lib/sign-in-methods/vendors/remove-at-vendor'
import { migratePeople } from '@/lib/vendor-migration/migrate-people'
import { housekeep } from './housekeeping'
import type { Outside } from './outside'

type Handlers = { [Name in QueueName]: (data: Jobs[Name], jobId: string) => Promise<void> }

/** Runs again after an error, so every handler must be repeatable. */
export function jobHandlers({ mailer, texter, provider }: Outside): Handlers {
  return {
    notification: ({ notificationId, to }) => sendNotification(mailer, notificationId, to),
    'password-reset-mail': (asked) => sendReset(mailer, asked),
    'invitation-mail': ({ employeeId }) => sendInvitation(mailer, employeeId),
    'register-at-vendor': ({ employeeId }) => registerOrRetry(provider, employeeId),
    'remove-at-vendor': ({ vendorUserId }) => removeVendorUser(provider, vendorUserId),
    'case-message': ({ notificationId }) => sendCaseMessage({ mailer, texter }, notificationId),
    'case-code-mail': ({ employeeId }) => sendCaseCode(mailer, employeeId),
    'enrollment-mail': ({ employeeId }) => sendEnrollmentLink(mailer, employeeId),
    'confirm-number-mail': ({ employeeId }) => sendNumberLink(mailer, employeeId),
    'email-link-mail': ({ employeeId }) => sendEmailLink(mailer, employeeId),
    'migrate-firm': (batch) => migratePeople(batch),
    'notify-firm': (batch) => notifyEveryone(batch),
    'case-clocks': () => runCaseClocks(),
    housekeeping: () => housekeep(),
  }
}

async function registerOrRetry(provider: SecondFactorProvider, employeeId: string): Promise<void> {
  const registration = await registerAtVendor(provider, employeeId)
  if (registration && !registration.ok && !isFinal(registration)) {
    throw new Error(`The vendor has not registered employee ${employeeId}: ${registration.failure}`)
  }
}
