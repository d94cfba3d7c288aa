import { emptyForm, type FormState } from '@/lib/form'

/** `needsProof`: the proof has become too old while the supporter was typing. */
export type DecisionState = FormState & { needsProof?: boolean }

export const emptyDecision: DecisionState = emptyForm
