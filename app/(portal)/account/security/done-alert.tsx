import { Alert } from '@/components/ui/alert'
import { readFlash } from '@/lib/session/flash'
import { doneSentences } from './sentences'

export async function DoneAlert() {
  const flash = await readFlash(doneSentences)
  return (
    flash && (
      <Alert tone="ok" role="status">
        {doneSentences[flash.key]}
      </Alert>
    )
  )
}
