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
  | { kind: 'rule-switched'; employeeId: string; at: string; by: string; on: boolean }
