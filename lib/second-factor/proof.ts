/**
 * What a person has shown beside the password. `password` is the absence of a second factor: enough only where the firm
 * has no rule. A `token` comes out of `checkToken` alone: its digest is what is used up once.
 */
export type Proof =
  | { kind: 'password' }
  | { kind: 'token'; digest: string }
  | { kind: 'push'; typedCodeHash: string | null }
