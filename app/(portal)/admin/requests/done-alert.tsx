import { Alert } from '@/components/ui/alert'
import { readFlash } from '@/lib/session/flash'

const sentences = {
  confirmed: 'Thanks. Support has your confirmation and may check further.',
  stopped: "Request canceled. We've notified everyone involved.",
  closed: 'That request was already closed.',
  'recovery-confirmed': 'Confirmed.',
  'recovery-refused': 'Refused. Nothing was changed.',
}

export type RequestsFlash = keyof typeof sentences

export async function DoneAlert() {
  const flash = await readFlash(sentences)
  return (
    flash && (
      <Alert tone={flash.key === 'closed' ? 'info' : 'ok'} role="status">
        {sentences[flash.key]}
      </Alert>
    )
  )
}
