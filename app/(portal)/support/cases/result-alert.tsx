import { Notice } from '@/components/ui/alert'

type NewsProps = { done: string | undefined; refused: string | undefined }

/** What was done last, or why it was not. */
export function News({ done, refused }: NewsProps) {
  return (
    <>
      {done && (
        <Notice tone="ok" role="status" className="mb-4">
          {done}
        </Notice>
      )}
      {refused && (
        <Notice tone="warn" role="alert" className="mb-4">
          {refused}
        </Notice>
      )}
    </>
  )
}
