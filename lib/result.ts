/** `opensAt`: when a refusal that lasts for a time ends. */
export type Refusal<Reason extends string> = { ok: false; reason: Reason; opensAt?: Date }
export type Result<Value, Reason extends string> = { ok: true; value: Value } | Refusal<Reason>

export function ok(): { ok: true; value: undefined }
export function ok<Value>(value: Value): { ok: true; value: Value }
export function ok(value?: unknown) {
  return { ok: true, value }
}

export function refuse<const Reason extends string>(reason: Reason, opensAt?: Date): Refusal<Reason> {
  return opensAt ? { ok: false, reason, opensAt } : { ok: false, reason }
}
