import type { AuditAction } from './record'

/** What happened, for people to read. A new action does not compile until somebody writes its sentence. */
const sentences: Record<AuditAction, string> = {
  'sign-in.started': 'Gave the right password',
  'sign-in.wrong-password': 'Wrong password',
  'sign-in.finished': 'Signed in',
  'sign-in.wrong-token': 'Wrong token',
  'sign-in.tokens-locked': 'Tokens locked after too many wrong ones',
  'sign-in.denied': 'Denied a sign-in on the phone',
  'sign-out': 'Signed out',
  'push.sent': 'OneTouch request sent',
  'token.sent': 'Text token asked for',
  'session.ended': 'Ended a session',
  'sessions.ended': 'Ended all sessions',
  'password.reset-asked': 'Link for a new password asked for',
  'password.set': 'Set a password through a mailed link',
  'password.changed': 'Changed own password',
  'employee.added': 'Added an employee',
  'employee.invited': 'Sent an invitation',
  'employee.edited': 'Edited an employee',
  'employee.deactivated': 'Deactivated an employee',
  'employee.reactivated': 'Reactivated an employee',
  'employee.enrolled': 'Registered a mobile number for OneTouch',
  'employee.enrolment-refused': 'Mobile number refused for OneTouch',
  'employee.enrolment-retried': 'Tried again to register a mobile number',
  'employee.one-time-pass-made': 'Made a one-time pass for an employee',
  'employee.second-step-reset': 'Reset the second step of an employee',
  'employee.second-step-set-up': 'Set up the second step on a new phone',
  'help.asked': 'Asked another admin to confirm help for an admin',
  'help.confirmed': 'Confirmed help for an admin',
  'help.refused': 'Refused help for an admin',
  'case.code-asked': 'Asked for a new phone',
  'case.wrong-code': 'Wrong code for a lost-phone request',
  'case.confirmed': 'Confirmed that a lost-phone request is genuine',
  'case.vouched': 'Vouched for a colleague who has lost a phone',
  'case.opened': 'Asked for a new phone, or recorded a new number that is held',
  'case.taken': 'Began to check a lost-phone request',
  'case.released': 'Put a lost-phone request back',
  'case.asked': 'Asked the person for more',
  'case.answered': 'Answered a question about a lost-phone request',
  'case.approved': 'Approved a lost-phone request',
  'case.declined': 'Declined a lost-phone request',
  'case.stopped': 'Request stopped',
  'case.withdrawn': 'Request withdrawn',
  'case.found': 'Request closed by a sign-in with the phone',
  'case.completed': 'Protective wait over, request carried out',
  'case.set-up': 'Request finished: new phone set up',
  'firm-rule.enabled': 'Switched two-factor authentication on for the firm',
  'firm-rule.disabled': 'Switched two-factor authentication off for the firm',
  'firm.push-mode-changed': 'Changed how OneTouch requests are approved',
}

/** An older process may meet an action that only a newer one knows: it shows the name as it stands. */
export function auditSentence(action: string): string {
  return isKnown(action) ? sentences[action] : action
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(sentences, action)
}
