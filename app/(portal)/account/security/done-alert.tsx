import { Alert } from '@/components/ui/alert'

/** What an action before this page has done, by the word it left in the address. */
export function DoneAlert({ done }: { done: unknown }) {
  const sentence = typeof done === 'string' && Object.hasOwn(sentences, done) ? sentences[done] : undefined
  if (!sentence) return null

  return (
    <Alert tone="ok" role="status">
      {sentence}
    </Alert>
  )
}

const sentences: Record<string, string> = {
  'session-ended': 'Session ended.',
  'others-ended': 'All other sessions have ended.',
  'app-added': 'App added. Your sessions in other browsers have ended.',
  'passkey-added': 'Passkey added. Your sessions in other browsers have ended.',
  renamed: 'Name saved.',
  removed: 'Removed. Your sessions in other browsers have ended.',
  'codes-saved': 'Recovery codes made. The old ones no longer work.',
  'pushes-on': 'Requests on your phone are switched on again.',
  'browser-forgotten': 'Browser forgotten. It is asked for the second step again.',
  'browsers-forgotten': 'All browsers are forgotten. They are asked for the second step again.',
}
