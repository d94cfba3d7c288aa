import { Alert } from '@/components/ui/alert'
import { type AidedState, type HelpHeading, HelpLink } from './help-link'

/** The answer to a form: good news alone, a refusal with a link to its explanation. */
export function AidedMessage({ state, help }: { state: AidedState; help: HelpHeading }) {
  if (!state.message) return null
  if (state.tone === 'ok') {
    return (
      <Alert tone="ok" role="status">
        {state.message}
      </Alert>
    )
  }
  return (
    <Alert tone="danger" role="alert">
      <p>{state.message}</p>
      <p>
        <HelpLink to={state.help ?? help} />
      </p>
    </Alert>
  )
}
