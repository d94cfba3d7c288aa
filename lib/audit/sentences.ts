import type { AuditAction } from './record'

const sentences: Record<AuditAction, string> = {
  'sign-in.started': 'Password accepted',
  'sign-in.wrong-password': 'Wrong password',
  'sign-in.finished': 'Signed in',
  'sign-in.wrong-token': 'Wrong token',
  'sign-in.tokens-locked': 'Tokens locked after too many wrong ones',
  'sign-in.denied': 'Denied a OneTouch alert',
  'sign-in.copied': 'Sign-in refused: its cookie was copied to another browser',
  'sign-out': 'Signed out',
  'push.sent': 'OneTouch alert sent',
  'token.sent': 'Text token requested',
  'session.ended': 'Ended a session',
  'session.guessed': 'Session ended after ten wrong passwords',
  'sessions.ended': 'Ended all sessions',
  'password.reset-requested': 'Password reset link requested',
  'password.set': 'Set a password through an emailed link',
  'password.changed': 'Changed own password',
  'employee.added': 'Added an employee',
  'employee.address-refused': 'Adding refused: the address belongs to another firm',
  'employee.invited': 'Sent an invitation',
  'employee.edited': 'Edited an employee',
  'employee.deactivated': 'Deactivated an employee',
  'employee.email-corrected': 'Corrected the email address of an employee',
  'employee.email-change-asked': 'Asked to change the email address of an employee',
  'employee.email-change-canceled': 'Canceled a change of email address',
  'employee.email-changed': 'Confirmed own new email address',
  'employee.reactivated': 'Reactivated an employee',
  'employee.registered': 'Registered a mobile number for OneTouch',
  'employee.registration-refused': 'Mobile number refused for OneTouch',
  'employee.registration-retried': 'Retried the OneTouch registration of a mobile number',
  'employee.one-time-pass-made': 'Created a one-time pass for an employee',
  'employee.methods-reset': 'Reset the second factor of an employee',
  'employee.phone-enrolled': 'Set up a new phone',
  'recovery.asked': 'Requested recovery of an admin',
  'recovery.confirmed': 'Confirmed recovery of an admin',
  'recovery.refused': 'Refused recovery of an admin',
  'case.code-asked': 'Requested a code for a lost-phone request',
  'case.wrong-code': 'Wrong code for a lost-phone request',
  'case.confirmed': 'Confirmed that a lost-phone request is genuine',
  'case.vouched': 'Vouched for a colleague with a lost phone',
  'case.callback-added': "Recorded a callback to the firm's main line for a lost-phone request",
  'case.callback-removed': 'Removed the callback from a lost-phone request',
  'case.document-added': 'Recorded an identity document check for a lost-phone request',
  'case.document-removed': 'Removed the identity document check from a lost-phone request',
  'case.opened': 'Lost-phone request opened',
  'case.taken': 'Took a lost-phone request',
  'case.released': 'Released a lost-phone request',
  'case.asked': 'Asked the person for more information',
  'case.answered': 'Answered a question about a lost-phone request',
  'case.approved': 'Approved a lost-phone request',
  'case.declined': 'Declined a lost-phone request',
  'case.stopped': 'Request canceled',
  'case.withdrawn': 'Request withdrawn',
  'case.found': 'Request closed by a sign-in with the phone',
  'case.completed': 'Security hold ended, request carried out',
  'case.enrolled': 'Request finished: new phone set up',
  'two-factor.enabled': 'Turned on two-factor authentication for the firm',
  'two-factor.disabled': 'Turned off two-factor authentication for the firm',
  'firm.push-mode-changed': 'Changed how OneTouch alerts are approved',
  'firm.methods-changed': 'Changed the allowed sign-in methods',
  'firm.migration-started': 'Started the migration from Authy to Twilio Verify',
  'firm.migration-finished': 'Finished the migration from Authy to Twilio Verify',
  'firm.migration-rolled-back': 'Rolled back the migration from Authy to Twilio Verify',
  'employee.migrated': 'Migrated from Authy to Twilio Verify',
  'employee.number-confirmed': 'Confirmed own mobile number',
  'employee.number-link-sent': 'Asked an employee to confirm a mobile number',
  'employee.tokens-unlocked': 'Unlocked the tokens of an employee',
  'sign-in.wrong-code': 'Wrong recovery code',
  'sign-in.codes-locked': 'Recovery codes locked after too many wrong ones',
  'sign-in.tokens-disabled': 'Tokens disabled after 100 wrong ones',
  'sign-in.passkey-refused': 'Passkey refused',
  'sign-in.method-below-minimum': "Signed in with a method below the firm's minimum",
  'passkey.copied': 'Passkey disabled: possible copy',
  'pushes.locked': 'OneTouch alerts turned off after one was denied',
  'pushes.unlocked': 'Turned OneTouch alerts back on',
  'method.added': 'Added a sign-in method',
  'method.renamed': 'Renamed a sign-in method',
  'method.removed': 'Removed a sign-in method',
  'recovery-codes.generated': 'Generated recovery codes',
  'browser.trusted': 'Trusted a browser',
  'browser.forgotten': 'Removed a trusted browser',
  'account.not-me': 'Reported “This was not me” from a notification',
  'account.data-downloaded': 'Downloaded own data',
}

export function auditSentence(action: string, details?: unknown): string {
  if (action === 'sign-in.finished' && detailOf(details, 'purpose') === 'step_up') return 'Confirmed identity'
  if (action === 'case.opened' && detailOf(details, 'mobileNumber')) return 'Number change opened'
  return isKnown(action) ? sentences[action] : action
}

function detailOf(details: unknown, name: string): unknown {
  return typeof details === 'object'
    ? Object.entries(details ?? {}).find(([key]) => key === name)?.[1]
    : undefined
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(sentences, action)
}
