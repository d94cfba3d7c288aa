import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

export type FieldText = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Only where two fields on one page share a name. */
  id?: string
}

type FieldProps = FieldText & { children: ReactNode; optional?: boolean }

/** Label above, hint beneath it, the control, and the error right at the control. */
export function Field({ name, id = name, label, hint, error, optional, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <span className="font-normal text-text-muted"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 text-text-muted">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null

  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 font-medium text-danger-fg">
      <Icon name="circle-exclamation-point" className="h-lh" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}

/** Ties a control to its label, hint and error for those who hear the page. */
export function fieldProps({ name, id = name, hint, error }: FieldText) {
  return {
    id,
    name,
    'aria-describedby': clsx(hint && `${id}-hint`, error && `${id}-error`) || undefined,
    'aria-invalid': error ? true : undefined,
  }
}
