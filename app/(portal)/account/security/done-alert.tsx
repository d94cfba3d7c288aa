import { Alert } from '@/components/ui/alert'
import { doneSentences } from './sentences'

export function DoneAlert({ done }: { done: unknown }) {
  const sentence =
    typeof done === 'string' && Object.hasOwn(doneSentences, done) ? doneSentences[done] : undefined
  if (!sentence) return null

  return (
    <Alert tone="ok" role="status">
      {sentence}
    </Alert>
  )
}
