import { Alert, type Tone } from '@/components/ui/alert'
import { readFlash } from '@/lib/session/flash'

type ResultAlertProps = { flashes: Record<string, { tone: Tone; message: string }> }

/** What was just done, or why it was refused. */
export async function ResultAlert({ flashes }: ResultAlertProps) {
  const flash = await readFlash(flashes)
  const shown = flash && flashes[flash.key]
  return (
    shown && (
      <Alert tone={shown.tone} role={shown.tone === 'ok' ? 'status' : 'alert'} className="mb-4">
        {shown.message}
      </Alert>
    )
  )
}
