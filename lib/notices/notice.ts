/** What people are told by mail (AU-8). Facts only: addresses are read, and words written, when the mail is sent. */
export type Notice =
  | { kind: 'new-browser'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'second-step-failed'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'push-denied'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'tokens-locked'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'password-changed'; employeeId: string; at: string; place: string; browser: string }
  | {
      kind: 'number-changed'
      employeeId: string
      at: string
      by: string
      before: string | null
      after: string | null
    }
  | { kind: 'role-changed'; employeeId: string; at: string; by: string; before: string; after: string }
  | { kind: 'deactivated'; employeeId: string; at: string; by: string }
  | { kind: 'reactivated'; employeeId: string; at: string; by: string }
  | { kind: 'pass-made'; employeeId: string; at: string; by: string; reason: string }
  | { kind: 'second-step-reset'; employeeId: string; at: string; by: string; reason: string }
  | { kind: 'signed-out'; employeeId: string; at: string; by: string; reason: string }
  | { kind: 'second-step-set-up'; employeeId: string; at: string; place: string; browser: string }
  /** To another admin, or to the admin it is about: this waits for a confirmation. */
  | { kind: 'help-asked'; employeeId: string; at: string; by: string; reason: string; about: string }
  /** To a supporter: nobody has decided in time, or not even in 72 hours. */
  | { kind: 'case-late'; employeeId: string; caseId: string; number: number; firm: string; isBreach: boolean }
  /** To the person: we said an hour, and are late. */
  | { kind: 'case-answer-late'; employeeId: string; caseId: string; number: number }
  /** To the person: the set-up link has not been used for a day. */
  | { kind: 'set-up-unused'; employeeId: string; caseId: string; number: number }
  /** To the person, who asked for it: the link to the page of the open case. */
  | { kind: 'case-page-link'; employeeId: string; caseId: string; number: number }
  | { kind: 'rule-switched'; employeeId: string; at: string; by: string; on: boolean }
