import { Alert } from '@/components/ui/alert'

type ResultAlertProps = { done: string | undefined; refused: string | undefined }

/** What was just done, or why it was refused. */
export function Step({ done, refused }: ResultAlertProps) {
  return (
    <>
      {done && (
        <Alert tone="ok" role="status" className="mb-4">
          {done}
        </Alert>
      )}
      {refused && (
        <Alert tone="warn" role="alert" className="mb-4">
          {refused}
        </Alert>
      )}
    </>
  )
}
