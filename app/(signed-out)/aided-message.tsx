import { Alert } from '@/components/ui/alert'
import { type AidedState, type HelpHeading, HelpLink } from './help-link'

/** What the form was answered with: good news by itself, a refusal with the part of the help that explains it. */
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
