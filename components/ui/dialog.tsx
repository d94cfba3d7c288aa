'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { useScript } from '@/components/ui/use-script'

type DialogProps = { title: ReactNode; onClose: () => void; children: ReactNode }

/**
 * Rendered means open. Without script it is an open, plain box; with script it is modal and returns the focus.
 * The closing button comes last, so that the first field gets the focus.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const scripted = useScript()
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    // Taking the attribute away, unlike close(), fires no event that the window was closed.
    element?.removeAttribute('open')
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={titleId}
      className="dialog"
      onClose={(event) => !event.currentTarget.open && onClose()}
    >
      <h2 id={titleId} className="border-b border-border py-4.5 pr-14 pl-6 text-base">
        {title}
      </h2>
      <div className="p-6">{children}</div>
      {scripted && (
        <button
          type="button"
          className="button button-quiet button-icon absolute top-2.5 right-3"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="x" size={18} />
        </button>
      )}
    </dialog>
  )
}
