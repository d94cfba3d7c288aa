import { Notice } from '@/components/ui/notice'
import type { DecisionState } from './decision-state'

type DecisionRefusedProps = { state: DecisionState; confirmAddress: string }

/** The proof is given in a tab of its own, so that what was typed stays where it is. */
export function DecisionRefused({ state, confirmAddress }: DecisionRefusedProps) {
  if (!state.message) return null
  return (
    <Notice tone="danger" role="alert">
      <p>{state.message}</p>
      {state.needsProof && (
        <p>
          <a href={confirmAddress} target="_blank" className="text-link" rel="noreferrer">
            Confirm that it is you
          </a>{' '}
          (opens in a new tab; what you have typed stays here)
        </p>
      )}
    </Notice>
  )
}
